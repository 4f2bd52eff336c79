using NetVips;

namespace Colorist.Tests;

/// <summary>
/// Walks docs/reference/metadata.md: every line, from every format that can say it, into every format.
/// </summary>
public sealed class MetadataTableTests
{
    private static readonly string[] Formats = ["jpg", "png", "tif", "webp", "avif"];

    private static readonly string[] Said =
    [
        "-IFD0:DocumentName=Album 7", "-IFD0:ImageDescription=Harbour, glass plate 17", "-IFD0:Make=Epson",
        "-IFD0:Model=V850", "-IFD0:PageName=Plate 17",
        "-IFD0:Software=VueScan 9", "-IFD0:ModifyDate=2003:04:05 06:07:08", "-IFD0:Artist=Søren Ø.",
        "-IFD0:HostComputer=scan-pc",
        "-IFD0:Copyright=City Archive", "-IFD0:XPKeywords=Hafen;Küste", "-IFD0:Rating=4", "-IFD0:XResolution=300",
        "-IFD0:YResolution=150",
        "-IFD0:ResolutionUnit=2", "-IFD0:Orientation=6", "-IFD0:WhitePoint=0.3127 0.329",
        "-ExifIFD:DateTimeOriginal=1913:08:09 10:11:12", "-ExifIFD:UserComment=Seen from the mole", "-ExifIFD:ISO=100",
        "-ExifIFD:LensModel=Petzval",
        "-ExifIFD:ImageUniqueID=0123456789abcdef0123456789abcdef", "-ExifIFD:ExifImageWidth=16",
        "-ExifIFD:ExifImageHeight=12", "-ExifIFD:ColorSpace=65535",
        "-ExifIFD:Gamma=2.2", "-ExifIFD:SubjectArea=3 4 5 6", "-InteropIFD:InteropIndex=R03",
        "-ExifIFD:FocalPlaneXResolution=1000", "-ExifIFD:FocalPlaneYResolution=2000",
        "-GPS:GPSLatitude=59.9", "-GPS:GPSLatitudeRef=N", "-GPS:GPSLongitude=10.7", "-GPS:GPSLongitudeRef=E",
        "-GPS:GPSAltitude=3", "-GPS:GPSDateStamp=1999:01:02",
        "-IPTC:Caption-Abstract=Boats at the quay", "-IPTC:Keywords=boats", "-IPTC:By-line=Unknown",
        "-Photoshop:CopyrightFlag=1",
        "-XMP-dc:Title=Harbour", "-XMP-dc:Creator=Søren Ø.", "-XMP-photoshop:City=Bergen", "-XMP-xmp:Rating=3",
        "-XMP-tiff:Orientation=6", "-XMP-tiff:ImageWidth=16", "-XMP-tiff:ImageHeight=12", "-XMP-exif:ExifImageWidth=16",
        "-XMP-exif:ColorSpace=65535",
        "-XMP-photoshop:ICCProfileName=Adobe RGB (1998)",
    ];

    // These make a JPEG file of a PNG's text, or the other way round, if they are given to the wrong one.
    private static readonly Dictionary<string, string[]> SaidByOne = new()
    {
        ["jpg"] = ["-File:Comment=Kodachrome?"],
        ["png"] = ["-PNG:Comment=Kodachrome?", "-PNG:Author=Anna"],
    };

    [Fact]
    public void Save_WhateverAFileSays_KeepsItAsTheTableTells()
    {
        using var folder = new TemporaryFolder();
        var inputs = Formats.Select(format => folder[$"in.{format}"]).ToList();
        foreach (var input in inputs) Picture().WriteToFile(input);
        ThumbnailOf(folder);
        ExifTool.Write(
            inputs.Select(
                (input, i) =>
                    (input, (string[])[.. Said, .. SaidByOne.GetValueOrDefault(Formats[i], []),
                        .. Preview(folder, Formats[i])])));
        var lost =
            (from input in inputs
             from format in Formats
             select (Output: Output(input, format),
                Lost: Save(input, Output(input, format))))
            .ToDictionary(result => result.Output, result => result.Lost);
        var said = ExifTool.Read([.. inputs, .. lost.Keys]);
        var walked = new HashSet<string>();
        var rows = Rows();
        var wrong = (from row in rows
                     from input in inputs
                     where said[input].ContainsKey(row[0]) && walked.Add(row[0]) | true
                     from k in Enumerable.Range(0, Formats.Length)
                     let output = Output(input, Formats[k])
                     let problem = Wrong(row[0], row[k + 1], said[input][row[0]], said[output], lost[output])
                     where problem is not null
                     select $"{Path.GetFileName(input)} to {Formats[k]}, {row[0]}: {problem}").ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal([], rows.Select(row => row[0]).Except(walked));
    }

    private static string Output(string input, string format) => $"{input}.{format}";

    private static IReadOnlyList<string> Save(string input, string output)
    {
        using var photo = Photo.Load(input);
        using var painted = photo.WithChroma(Pictures.Flat(10, 20), "the model");
        return painted.Save(output);
    }

    private static string? Wrong(
        string name, string cell, string before, Dictionary<string, string> after, IReadOnlyList<string> lost)
    {
        var found = after.GetValueOrDefault(name);
        string? Expect(string expected, string? is_) =>
            is_ == expected ? null : $"expected {expected}, found {is_ ?? "nothing"}";
        if (cell == "kept") return Expect(before, found);
        if (cell.StartsWith("as ", StringComparison.Ordinal)) return Expect(before, after.GetValueOrDefault(cell[3..]));
        if (cell == "a comment") return null; // readers show one, File:Comment; PhotoTextTests looks for all
        if (cell.StartsWith('`')) return Expect(cell.Trim('`'), found);
        if (cell is "none" or "remark" && found is not null) return $"expected nothing, found {found}";
        return cell == "remark" && lost.Count == 0 ? "expected a remark, found none" : null;
    }

    /// <summary>The tables' rows: a tag and what becomes of it in each format.</summary>
    private static List<string[]> Rows() =>
        [.. File.ReadLines(Repository.Path("docs", "reference", "metadata.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && line.Contains(':')
                && !line.StartsWith("| ExifTool", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1])];

    private static Image Picture() => Pictures.Pattern(16, 12, 3).IccTransform("p3", inputProfile: "srgb")
        .Mutate(image =>
        image.Set(GValue.GIntType, "orientation", 6));

    private static void ThumbnailOf(TemporaryFolder folder) =>
        Pictures.Pattern(8, 6, 1).Jpegsave(folder["thumbnail.jpg"]);

    private static string[] Preview(TemporaryFolder folder, string format)
    {
        string[] inXmp = [$"-XMP-xmp:ThumbnailImage<={folder["thumbnail.jpg"]}"];
        string[] inExif = [$"-IFD1:ThumbnailImage<={folder["thumbnail.jpg"]}", "-IFD1:Orientation=6",
            "-IFD1:Compression=6"];
        string[] inPhotoshop = [$"-Photoshop:PhotoshopThumbnail<={folder["thumbnail.jpg"]}"];
        return [.. inXmp, .. format is "tif" or "avif" ? [] : inExif, .. format is "jpg" or "tif" ? inPhotoshop : []];
    }
}
