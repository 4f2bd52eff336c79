using NetVips;

namespace Colorist.Hostile;

/// <summary>Good pictures with damaged colour profiles.</summary>
internal sealed class ProfileKind : IKind
{
    private static readonly string[] Profiles = ["srgb", "p3", "cmyk", "none"];

    public string Name => "profile";

    public int Share => 80;

    public void Run(Random random, string folder)
    {
        var name = Profiles[random.Next(Profiles.Length)];
        var profile = Mutation.Bytes(name == "none" ? new byte[random.Next(1, 500)] : Image.ProfileLoad(name), random);
        if (profile.Length == 0) return; // no picture can hold none
        var bands = name == "cmyk" ? 4 : random.Next(2) == 0 ? 1 : 3;
        using var picture = Seeds.Pattern(bands);
        using var said = picture.Copy(interpretation: bands == 4 ? Enums.Interpretation.Cmyk : picture.Interpretation)
            .Mutate(image => image.Set(GValue.BlobType, "icc-profile-data", profile));
        byte[] encoded;
        try
        {
            encoded = random.Next(2) == 0
                ? said.TiffsaveBuffer()
                : bands == 4 ? said.JpegsaveBuffer() : said.PngsaveBuffer();
        }
        catch (VipsException)
        {
            return; // the encoder itself takes no such profile
        }

        Doors.UsePhoto(encoded, random, folder);
    }
}
