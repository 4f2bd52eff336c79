using System.IO.Compression;
using Colorist.Training;

namespace Colorist.Hostile;

/// <summary>Checkpoints, also those of before, which have no hashes.</summary>
internal sealed class CheckpointKind : IKind
{
    /// <summary>As small as it gets.</summary>
    public static Recipe Recipe { get; } = new()
    {
        Name = "tiny",
        Description = "As small as it gets.",
        Licence = "MIT",
        Network = NetworkSizes.Tiny,
        Data = new DataRecipe { Training = "nowhere", Validation = "nowhere", Description = "none", Terms = "none" },
        Stages = [new Stage { Pictures = 8, Scale = 24, Side = 16, Batch = 4 }],
        Optimizer = new OptimizerRecipe
        {
            Kind = OptimizerKind.AdamW,
            LearningRate = 0.003,
            FinalLearningRate = 1e-4,
            WarmUpPictures = 8
        },
        ReportEvery = 4,
    };

    private static readonly Lazy<byte[]> Whole = new(() =>
    {
        var path = Path.GetTempFileName();
        using var network = ColorNetwork.ForSizes(Recipe.Network);
        using var optimizer = new AdamW([new WeightGroup([.. network.parameters()])], 0.01);
        Checkpoint.Save(path, Recipe, network, optimizer, average: null, believable: null, TrainingState.Start);
        var bytes = File.ReadAllBytes(path);
        File.Delete(path);
        return bytes;
    });

    public string Name => "checkpoint";

    public int Share => 30;

    public void Run(Random random, string folder)
    {
        var path = Path.Combine(folder, "checkpoint.zip");
        File.WriteAllBytes(path, random.Next(2) == 0 ? Mutation.Bytes(Whole.Value, random) : Old(random));
        using var network = ColorNetwork.ForSizes(Checkpoint.LoadRecipe(path).Network);
        Checkpoint.LoadWeights(path, network);
        using var optimizer = new AdamW([new WeightGroup([.. network.parameters()])], 0.01);
        Checkpoint.Resume(path, network, optimizer, believable: null);
    }

    private static byte[] Old(Random random)
    {
        using var written = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(Whole.Value)))
        using (var to = new ZipArchive(written, ZipArchiveMode.Create, leaveOpen: true))
        {
            var entries = from.Entries.Where(entry => entry.FullName != "sha256.json").ToList();
            var damaged = random.Next(entries.Count);
            foreach (var (number, entry) in entries.Index())
            {
                using var bytes = new MemoryStream();
                using (var stored = entry.Open()) stored.CopyTo(bytes);
                using var stream = to.CreateEntry(entry.FullName, CompressionLevel.NoCompression).Open();
                var isText = entry.FullName.EndsWith(".json", StringComparison.Ordinal);
                stream.Write(number != damaged
                    ? bytes.ToArray()
                    : isText ? Mutation.Text(bytes.ToArray(), random) : Mutation.Bytes(bytes.ToArray(), random));
            }
        }

        return written.ToArray();
    }
}
