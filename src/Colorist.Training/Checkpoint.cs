using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Colorist.Training.Networks;
using Colorist.Training.Optimizers;

namespace Colorist.Training;

/// <summary>A training run in one file: weights, optimizer, place in the data, resolved recipe. Random choices follow from recipe and place.</summary>
public static class Checkpoint
{
    private const string Weights = "weights.dat";
    private const string OptimizerEntry = "optimizer.dat";
    private const string State = "state.json";
    private const string RecipeEntry = "recipe.json";

    /// <summary>Writes a checkpoint beside and renames it, so that a kill at any moment leaves a whole one.</summary>
    public static void Save(string path, Recipe recipe, ColorizationNetwork network, Optimizer optimizer, TrainingState state)
    {
        var temporary = path + ".tmp";
        using (var file = new FileStream(temporary, FileMode.Create))
        {
            using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            {
                WriteText(zip, RecipeEntry, recipe.ToJson());
                WriteText(zip, State, JsonSerializer.Serialize(state));
                Write(zip, Weights, writer => network.save(writer));
                Write(zip, OptimizerEntry, optimizer.Save);
            }
            file.Flush(flushToDisk: true);
        }
        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>Reads the recipe of a checkpoint.</summary>
    /// <exception cref="CheckpointException">The file is missing or damaged.</exception>
    public static Recipe LoadRecipe(string path) => Read(path, zip => Recipe.Parse(ReadText(zip, RecipeEntry)));

    /// <summary>Reads weights into a network of the same sizes.</summary>
    /// <exception cref="CheckpointException">The file is missing, damaged or of another network.</exception>
    public static TrainingState LoadWeights(string path, ColorizationNetwork network) => Read(path, zip =>
    {
        var sizes = Recipe.Parse(ReadText(zip, RecipeEntry)).Network;
        if (sizes != network.Sizes) throw new CheckpointException($"{path}: expected a network of {network.Sizes}, found {sizes}");
        ReadBinary(zip, Weights, reader => network.load(reader));
        return JsonSerializer.Deserialize<TrainingState>(ReadText(zip, State))!;
    });

    /// <summary>Reads weights and optimizer, to go on where the checkpoint was written.</summary>
    /// <exception cref="CheckpointException">The file is missing, damaged or of another network.</exception>
    public static TrainingState Resume(string path, ColorizationNetwork network, Optimizer optimizer)
    {
        var state = LoadWeights(path, network);
        Read(path, zip =>
        {
            ReadBinary(zip, OptimizerEntry, optimizer.Load);
            return state;
        });
        return state;
    }

    private static T Read<T>(string path, Func<ZipArchive, T> read)
    {
        if (!File.Exists(path)) throw new CheckpointException($"{path}: expected a checkpoint, found no file");
        try
        {
            using var zip = ZipFile.OpenRead(path);
            return read(zip);
        }
        catch (InvalidDataException exception)
        {
            throw new CheckpointException($"{path}: expected a whole checkpoint, found it damaged: {exception.Message}", exception);
        }
    }

    private static void Write(ZipArchive zip, string name, Action<BinaryWriter> write)
    {
        using var writer = new BinaryWriter(zip.CreateEntry(name, CompressionLevel.NoCompression).Open());
        write(writer);
    }

    private static void WriteText(ZipArchive zip, string name, string text) => Write(zip, name, writer => writer.Write(Encoding.UTF8.GetBytes(text)));

    private static void ReadBinary(ZipArchive zip, string name, Action<BinaryReader> read)
    {
        using var whole = new MemoryStream(); // Torch's readers seek
        using (var entry = Entry(zip, name).Open()) entry.CopyTo(whole);
        whole.Position = 0;
        using var reader = new BinaryReader(whole);
        read(reader);
    }

    private static string ReadText(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(Entry(zip, name).Open());
        return reader.ReadToEnd();
    }

    private static ZipArchiveEntry Entry(ZipArchive zip, string name) =>
        zip.GetEntry(name) ?? throw new InvalidDataException($"no {name} in it");
}
