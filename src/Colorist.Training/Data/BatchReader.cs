using System.Threading.Channels;
using Colorist.Imaging;

namespace Colorist.Training.Data;

/// <summary>An endless stream of training batches, decoded in parallel ahead of the step that uses them.</summary>
/// <remarks>
/// Every random choice comes from the seed and the picture's place in the stream, so that a position alone resumes the same stream.
/// </remarks>
public sealed class BatchReader(IPictureSource source, Recipe recipe)
{
    private static readonly int Ahead = Environment.ProcessorCount + 2;

    /// <summary>Streams batches from a position on, without end.</summary>
    /// <exception cref="DataException">The data set is damaged or holds no picture.</exception>
    public async IAsyncEnumerable<Batch> From(DataPosition start)
    {
        using var stop = new CancellationTokenSource();
        var batches = Channel.CreateBounded<Task<Batch>>(Ahead);
        var filling = Task.Run(() => Fill(batches.Writer, start, stop.Token));
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync()) yield return await batch;
        }
        finally
        {
            await stop.CancelAsync();
            await filling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Fill(ChannelWriter<Task<Batch>> writer, DataPosition start, CancellationToken stop)
    {
        try
        {
            var pictures = new List<(LabelledPicture Picture, DataPosition At)>();
            var stage = recipe.StageAt(start.Seen);
            foreach (var (picture, at) in Endless(start))
            {
                pictures.Add((picture, at));
                if (pictures.Count < stage.Batch) continue;
                var (full, fullStage) = (pictures, stage);
                await writer.WriteAsync(Task.Run(() => Decode(full, fullStage), stop), stop);
                pictures = [];
                stage = recipe.StageAt(at.Seen);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            writer.Complete(exception);
        }
    }

    /// <summary>Every picture with the position after it.</summary>
    private IEnumerable<(LabelledPicture Picture, DataPosition After)> Endless(DataPosition start)
    {
        var (seen, skip) = (start.Seen, start.Index);
        for (var epoch = start.Epoch; ; epoch++, skip = 0)
        {
            var index = skip;
            foreach (var picture in source.Read(Shuffling.Seed(recipe.Seed, epoch)).Skip((int)skip))
                yield return (picture, new DataPosition(++seen, epoch, ++index));
            if (index == 0) throw new DataException("expected pictures in the training data, found none");
        }
    }

    private Batch Decode(List<(LabelledPicture Picture, DataPosition After)> pictures, Stage stage)
    {
        var plane = stage.Side * stage.Side;
        var lightness = new float[pictures.Count * plane];
        var chroma = new float[pictures.Count * plane / 2];
        var labels = new List<long>(pictures.Count);
        var unreadable = new List<string>();
        foreach (var (picture, after) in pictures)
        {
            try
            {
                var random = new Random(unchecked((int)Shuffling.Seed(recipe.Seed, after.Epoch, after.Index)));
                var scale = stage.LargestScale is { } largest ? random.Next(stage.Scale, largest + 1) : stage.Scale;
                var decoded = RgbPicture.Decode(picture.Encoded, picture.Name, scale);
                var seen = lightness.AsSpan(labels.Count * plane, plane);
                Crop.Random(decoded, stage.Side, random).CopyTo(decoded, seen, chroma.AsSpan(labels.Count * plane / 2, plane / 2));
                if (recipe.Ageing is { } ageing) Ageing.Apply(seen, stage.Side, ageing, random);
                labels.Add(picture.Label ?? -1);
            }
            catch (PhotoException exception)
            {
                unreadable.Add(exception.Message);
            }
        }
        return new Batch(
            stage.Side, lightness[..(labels.Count * plane)], chroma[..(labels.Count * plane / 2)], [.. labels], pictures[^1].After, unreadable);
    }
}
