using System.IO.Compression;
using TorchSharp;

namespace Colorist.Training.Tests;

public sealed class CheckpointTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string checkpoint;
    private readonly Recipe recipe;

    public CheckpointTests()
    {
        checkpoint = folder["checkpoint.zip"];
        recipe = TinyRecipe.Create(folder);
        using var network = ColorNetwork.ForSizes(recipe.Network);
        using var average = ColorNetwork.ForSizes(recipe.Network);
        using var optimizer = new AdamW([new WeightGroup([.. network.parameters()])], 0.01);
        Checkpoint.Save(checkpoint, recipe, network, optimizer, average, believable: null, TrainingState.Start);
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("weights.dat")]
    [InlineData("optimizer.dat")]
    [InlineData("average.dat")]
    [InlineData("state.json")]
    [InlineData("recipe.json")]
    [InlineData("sha256.json")]
    public void Load_EntryWithAFlippedBit_IsRefused(string entry)
    {
        Rewrite((name, bytes) =>
        {
            if (name == entry) bytes[bytes.Length * 2 / 3] ^= 1;
            return bytes;
        });
        Assert.Throws<CheckpointException>(LoadAll);
    }

    [Fact]
    public void Load_EntryOfAnotherName_IsRefused()
    {
        Rewrite((_, bytes) => bytes, name => name == "sha256.json" ? "sha257.json" : name);
        Assert.Throws<CheckpointException>(LoadAll);
    }

    [Fact]
    public void Load_CheckpointOfBefore_IsReadWithoutHashes()
    {
        Rewrite((name, bytes) => name == "sha256.json" ? null : bytes);
        LoadAll();
    }

    [Theory]
    [InlineData("state.json", "{\"Position\": \"three\"}")]
    [InlineData("state.json", "null")]
    [InlineData("recipe.json", "{\"name\": 5}")]
    [InlineData("weights.dat", "\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff")]
    [InlineData("average.dat", "")]
    public void Load_EntryOfBeforeThatMakesNoSense_IsRefusedInOneLine(string entry, string content)
    {
        Rewrite((name, bytes) => name == "sha256.json"
            ? null
            : name == entry ? System.Text.Encoding.Latin1.GetBytes(content) : bytes);
        Assert.DoesNotContain('\n', Assert.Throws<CheckpointException>(LoadAll).Message);
    }

    [Fact]
    public void LoadRecipe_NetworkOfNoSize_IsRefusedBeforeItIsMade()
    {
        Rewrite((name, bytes) => name == "sha256.json" ? null : name == "recipe.json"
            ? System.Text.Encoding.UTF8
                .GetBytes(recipe.ToJson()
                    .Replace("\"globalSide\": 32", "\"globalSide\": -32", StringComparison.Ordinal)) : bytes);
        Assert.Contains("globalSide", Assert.Throws<CheckpointException>(LoadAll).Message, StringComparison.Ordinal);
    }

    private void LoadAll()
    {
        using var network = ColorNetwork.ForSizes(Checkpoint.LoadRecipe(checkpoint).Network);
        using var optimizer = new AdamW([new WeightGroup([.. network.parameters()])], 0.01);
        Checkpoint.LoadWeights(checkpoint, network);
        Checkpoint.Resume(checkpoint, network, optimizer, believable: null);
    }

    private void Rewrite(Func<string, byte[], byte[]?> change, Func<string, string>? rename = null)
    {
        var whole = checkpoint + ".whole";
        File.Move(checkpoint, whole);
        using var from = ZipFile.OpenRead(whole);
        using var to = ZipFile.Open(checkpoint, ZipArchiveMode.Create);
        foreach (var entry in from.Entries)
        {
            using var bytes = new MemoryStream();
            using (var stored = entry.Open()) stored.CopyTo(bytes);
            if (change(entry.FullName, bytes.ToArray()) is not { } changed) continue;
            using var stream =
                to.CreateEntry(rename?.Invoke(entry.FullName) ?? entry.FullName, CompressionLevel.NoCompression).Open();
            stream.Write(changed);
        }
    }
}
