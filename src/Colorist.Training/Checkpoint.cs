using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Colorist.Training;

/// <summary>
/// A training run in one file: weights, optimizer, place in the data, resolved recipe. Random choices follow from
/// recipe and place.
/// </summary>
public static class Checkpoint
{
    private const string Weights = "weights.dat";
    private const string OptimizerEntry = "optimizer.dat";
    private const string Average = "average.dat";
    private const string Critic = "critic.dat";
    private const string State = "state.json";
    private const string RecipeEntry = "recipe.json";
    private const string Hashes = "sha256.json"; // of the other entries; checkpoints of before have none
    private const long MaxUnpacked = 16 << 20; // bytes; weights are not packed

    private static readonly string[] Entries = [Weights, OptimizerEntry, Average, Critic, State, RecipeEntry, Hashes];

    /// <summary>Writes a checkpoint beside and renames it, so that a kill at any moment leaves a whole one.</summary>
    internal static void Save(
        string path, Recipe recipe, ColorNetwork network, Optimizer optimizer, ColorNetwork? average,
        BelievableLoss? believable, TrainingState state)
    {
        var temporary = path + ".tmp";
        try
        {
            using (var file = new FileStream(temporary, FileMode.Create))
            {
                using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
                {
                    var hashes = new Dictionary<string, string>
                    {
                        [RecipeEntry] = WriteText(zip, RecipeEntry, recipe.ToJson()),
                        [State] = WriteText(zip, State, JsonSerializer.Serialize(state)),
                        [Weights] = Write(zip, Weights, writer => network.save(writer)),
                        [OptimizerEntry] = Write(zip, OptimizerEntry, optimizer.Save),
                    };
                    if (average is not null) hashes[Average] = Write(zip, Average, writer => average.save(writer));
                    if (believable is not null) hashes[Critic] = Write(zip, Critic, believable.Save);
                    WriteText(zip, Hashes, JsonSerializer.Serialize(hashes));
                }
                file.Flush(flushToDisk: true);
            }
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary); // of a full disk; what a kill leaves is replaced by the next
        }
    }

    /// <summary>Reads the recipe of a checkpoint.</summary>
    /// <exception cref="CheckpointException">The file is missing or damaged.</exception>
    public static Recipe LoadRecipe(string path) =>
        Read(path, zip => Recipe.Parse(ReadText(zip, RecipeEntry), path).Checked(path));

    /// <summary>
    /// Reads what a run came to into a network of the same sizes: the average of its weights if it kept one, else the
    /// weights.
    /// </summary>
    /// <exception cref="CheckpointException">The file is missing, damaged or of another network.</exception>
    public static TrainingState LoadWeights(string path, ColorNetwork network) =>
        Load(path, network, preferAverage: true);

    /// <summary>Reads the weights of some parts, for a network that may differ in the others.</summary>
    /// <param name="path">The checkpoint.</param>
    /// <param name="network">Its other parts stay as they are.</param>
    /// <param name="parts">Such as lowLevel or fusion; null for all.</param>
    /// <exception cref="CheckpointException">
    /// The file is missing or damaged, or a part is unknown or of another size.
    /// </exception>
    public static TrainingState LoadParts(string path, ColorNetwork network, IReadOnlyList<string>? parts)
    {
        if (parts is null) return LoadWeights(path, network);
        using var source = ColorNetwork.ForSizes(LoadRecipe(path).Network);
        var state = LoadWeights(path, source);
        var (from, to) = (source.state_dict(), network.state_dict());
        using var noGradients = TorchSharp.torch.no_grad();
        foreach (var part in parts)
        {
            var names = to.Keys.Where(name => name.StartsWith(part + ".", StringComparison.Ordinal)).ToList();
            if (names.Count == 0) throw new CheckpointException("startParts", "parts of the network", part);
            foreach (var name in names)
            {
                if (!from.TryGetValue(name, out var weight) || !weight.shape.SequenceEqual(to[name].shape))
                    throw new CheckpointException(path, $"{name} of {string.Join('×', to[name].shape)}", weight is null
                        ? "none"
                        : string.Join('×', weight.shape));
                to[name].copy_(weight);
            }
        }
        return state;
    }

    /// <summary>Reads weights, optimizer and critic, to go on where the checkpoint was written.</summary>
    /// <exception cref="CheckpointException">The file is missing, damaged or of another network.</exception>
    internal static TrainingState Resume(
        string path, ColorNetwork network, Optimizer optimizer, BelievableLoss? believable)
    {
        var state = Load(path, network, preferAverage: false);
        Read(path, zip =>
        {
            ReadBinary(zip, OptimizerEntry, optimizer.Load);
            if (believable is not null) ReadBinary(zip, Critic, believable.Load);
            return state;
        });
        return state;
    }

    private static TrainingState Load(string path, ColorNetwork network, bool preferAverage) => Read(path, zip =>
    {
        var sizes = Recipe.Parse(ReadText(zip, RecipeEntry), path).Network;
        if (!sizes.Equals(network.Sizes))
            throw new CheckpointException(path, $"a network of {network.Sizes}", $"{sizes}");
        ReadBinary(zip, preferAverage && zip.GetEntry(Average) is not null
            ? Average
            : Weights, reader => network.load(reader));
        return JsonSerializer.Deserialize<TrainingState>(ReadText(zip, State)) is { Position: not null } state
            ? state
            : throw new InvalidDataException("no state in it");
    });

    private static T Read<T>(string path, Func<ZipArchive, T> read)
    {
        if (!File.Exists(path)) throw new CheckpointException(path, "a checkpoint", "no file");
        try
        {
            using var zip = ZipFile.OpenRead(path);
            return read(zip);
        }
        catch (RecipeException exception)
        {
            throw new CheckpointException(path, $"a recipe with {exception.Expected}", exception.Found, exception);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new CheckpointException(path, "a checkpoint that may be read", "one that may not", exception);
        }
        // Torch's readers throw whatever they meet
        catch (Exception exception) when (exception is not (ColoristException or OperationCanceledException))
        {
            throw new CheckpointException(path, "a whole checkpoint", "a damaged one", exception);
        }
    }

    /// <returns>The SHA-256 of what was written, in hexadecimal digits.</returns>
    private static string Write(ZipArchive zip, string name, Action<BinaryWriter> write)
    {
        using var hash = SHA256.Create();
        using (var writer =
            new BinaryWriter(new CryptoStream(
                zip.CreateEntry(name, CompressionLevel.NoCompression).Open(), hash, CryptoStreamMode.Write)))
            write(writer);
        return Convert.ToHexStringLower(hash.Hash!);
    }

    private static string WriteText(ZipArchive zip, string name, string text) =>
        Write(zip, name, writer => writer.Write(Encoding.UTF8.GetBytes(text)));

    private static void ReadBinary(ZipArchive zip, string name, Action<BinaryReader> read)
    {
        using var reader = new BinaryReader(ReadWhole(zip, name)); // Torch's readers seek
        read(reader);
    }

    private static string ReadText(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(ReadWhole(zip, name));
        return reader.ReadToEnd();
    }

    /// <summary>Reads an entry and compares it with its hash: a damaged one can look like weights.</summary>
    private static MemoryStream ReadWhole(ZipArchive zip, string name)
    {
        var whole = Read(zip, name);
        if (!zip.Entries.All(entry => Entries.Contains(entry.FullName)))
            throw new InvalidDataException("an entry of another name in it");
        if (zip.GetEntry(Hashes) is null) return whole;
        using var hashes = Read(zip, Hashes);
        var expected = JsonSerializer.Deserialize<Dictionary<string, string>>(hashes)?.GetValueOrDefault(name);
        return expected == Convert.ToHexStringLower(SHA256.HashData(whole.GetBuffer().AsSpan(0, (int)whole.Length)))
            ? whole
            : throw new InvalidDataException($"another {name} in it than was written");
    }

    private static MemoryStream Read(ZipArchive zip, string name)
    {
        var entry = zip.GetEntry(name) ?? throw new InvalidDataException($"no {name} in it");
        if (entry.Length > Math.Max(entry.CompressedLength, MaxUnpacked))
            throw new InvalidDataException($"{name} unpacks to {entry.Length} bytes");
        using var stored = entry.Open();
        var whole = new MemoryStream();
        stored.CopyTo(whole);
        whole.Position = 0;
        return whole;
    }
}
