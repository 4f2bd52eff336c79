using System.Security.Cryptography;

namespace Colorist.Modelling;

/// <summary>
/// Makes models of files of other projects: Torch7 files of the paper's authors, ONNX graphs, and folders of models.
/// What a file is, is found in its content, never in its name.
/// </summary>
public static class ModelImport
{
    private const string Expected = "a Torch7 file of the paper's authors, an ONNX graph or a model's folder";

    /// <summary>
    /// Adds a file to the user's models: converts or wraps it, colours a test picture, and puts it in its place.
    /// </summary>
    /// <param name="shelf">The user's models.</param>
    /// <param name="path">The file or folder; it stays as it is.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">The name is none.</exception>
    /// <exception cref="ModelException">
    /// The file is missing, damaged or not recognised, or there is a model of that name.
    /// </exception>
    public static ImportedModel Add(ModelShelf shelf, string path, ModelImportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(shelf);
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= new ModelImportOptions();
        if (options.Name is { } wanted) CheckFree(shelf.PathOf(wanted), options);
        var beside = Path.Combine(shelf.Folder, $".adding-{Guid.NewGuid():n}");
        try
        {
            Directory.CreateDirectory(beside);
            var card = Import(path, beside, options);
            card = card with { Name = options.Name ?? card.Name };
            var folder = shelf.PathOf(card.Name);
            CheckFree(folder, options);
            card.Write(beside);
            var chroma = MeanChroma(beside);
            ModelExport.Replace(folder, beside);
            return new ImportedModel(card, folder, chroma);
        }
        catch (ModelException e) when (e.Path.StartsWith(beside, StringComparison.Ordinal))
        {
            // of the copy, which will be gone
            throw new ModelException(path, e.Expected, e.Found, e) { Option = e.Option };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelException(shelf.Folder, "a place where a model can be written", "an error", e);
        }
        finally
        {
            if (Directory.Exists(beside)) Directory.Delete(beside, recursive: true);
        }
    }

    private static ModelCard Import(string path, string beside, ModelImportOptions options)
    {
        if (Directory.Exists(path) || Path.GetFileName(path) == ModelCard.FileName) return Copied(path, beside);
        if (!File.Exists(path)) throw new ModelException(path, Expected, "no file");
        var first = FirstBytes(path);
        return first switch
        {
            [0x08, var second, var third, var fourth, ..]
                when (second, third, fourth) != (0, 0, 0) => Wrapped(path, beside, options.Description),
            [_, 0, 0, 0, ..] when first[0] <= 8 => Converted(path, beside),
            [(byte)'P', (byte)'K', ..] =>
                throw new ModelException(path, Expected, "a zip, as PyTorch writes them: weights without the network"),
            [0x80, 0x02, ..] => throw new ModelException(
                path, Expected, "a PyTorch file: a pickle, which could run code and is not opened"),
            _ => throw new ModelException(path, Expected, first.Length == 0
                ? "an empty file"
                : $"a file that begins with {Convert.ToHexString(first)}"),
        };
    }

    /// <summary>The authors' own network as ours, exactly as trained.</summary>
    private static ModelCard Converted(string path, string beside)
    {
        var network = ReleasedNetwork.FromFile(path);
        var (name, data) = ReleasedFiles.Recognize(path);
        return ModelExport.Write(beside, network, New(path, name) with
        {
            Description =
                "The network of Iizuka, Simo-Serra and Ishikawa, Let there be Color! (SIGGRAPH 2016), as its authors released it.",
            RenderSide = network.Sizes.GlobalSide * 2,
            Licence = "CC BY-NC-SA 4.0: not for commercial use",
            Data = data,
        }, WeightStorage.SinglePrecision);
    }

    private static ModelCard Wrapped(string path, string beside, string? description)
    {
        var header = OnnxHeader.FromFile(path);
        var candidates = description is null
            ? KnownNetworks.Candidates(header)
            : [ForeignDescription.FromFile(description)];
        if (candidates.Count == 0)
            throw new ModelException(path, "inputs and outputs of a network that is known", $"{header}")
            {
                Option = nameof(ModelImportOptions.Description)
            };
        File.Copy(path, Path.Combine(beside, ModelFile.LocalGraph));
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        foreach (var name in header.Data) File.Copy(Path.Combine(folder, name), Path.Combine(beside, name));
        var chosen = description is null
            ? ForeignTrial.Choose(Path.Combine(beside, ModelFile.LocalGraph), candidates)
            : candidates[0];
        var card = New(path, chosen.Name) with
        {
            Description = chosen.Description,
            Family = "foreign",
            Input = $"{chosen.Graph.Input.Name}: see foreign",
            Output = $"{chosen.Graph.Output.Name}: see foreign",
            Shape = chosen.Shape,
            RenderSide = chosen.RenderSide,
            Licence = chosen.Licence,
            Data = chosen.Data,
            DataTerms = chosen.DataTerms,
            Foreign = chosen.Graph with { Data = header.Data },
        };
        return card with { Files = [.. ModelFile.NamesOf(card).Select(name => ModelFile.Describe(beside, name))] };
    }

    private static ModelCard Copied(string path, string beside)
    {
        var cardPath = Directory.Exists(path) ? Path.Combine(path, ModelCard.FileName) : path;
        var folder = Path.GetDirectoryName(Path.GetFullPath(cardPath))!;
        var card = ModelCard.Read(cardPath);
        foreach (var file in card.Files)
        {
            file.Check(folder);
            File.Copy(Path.Combine(folder, file.Name), Path.Combine(beside, file.Name));
        }
        var moods = Path.Combine(folder, MoodFile.FileName);
        if (File.Exists(moods)) File.Copy(moods, Path.Combine(beside, MoodFile.FileName));
        return card;
    }

    private static ModelCard New(string path, string name) => new()
    {
        Name = name,
        Description = "",
        RenderSide = RenderSize.MinSide,
        Labels = [],
        Licence = "",
        Data = "not known",
        DataTerms = "not known",
        Commit = null,
        PicturesSeen = 0,
        Created = DateTimeOffset.UtcNow,
        Source = $"{Path.GetFileName(path)}, SHA-256 {Sha256(path)}",
    };

    private static float MeanChroma(string folder)
    {
        using var colorizer = Colorizer.Load(folder, new ColorizerOptions { Precision = Precision.Full });
        using var photo = Photo.FromLightness(TestPicture.Lightness(256));
        return colorizer.Predict(photo).MeanChroma;
    }

    private static void CheckFree(string folder, ModelImportOptions options)
    {
        if (Directory.Exists(folder) && !options.Overwrite)
            throw new ModelException(folder, "a name that no other model has", "a model")
            {
                Option = nameof(ModelImportOptions.Overwrite)
            };
    }

    private static byte[] FirstBytes(string path)
    {
        using var stream = File.OpenRead(path);
        var bytes = new byte[8];
        return bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }

    private static string Sha256(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
