using Colorist.Inference;

namespace Colorist.Tests.Inference;

public sealed class OnnxGraphTests : IDisposable
{
    private const int Side = 128; // of the global network's input

    private readonly OnnxGraph graph = new(Repository.Path("models", "half", ModelFile.GlobalGraph), threads: 0);

    public void Dispose() => graph.Dispose();

    [Fact]
    public async Task Run_WhileAsManyRunsAsThereAreCoresForAreUnderWay_WaitsForOneToEnd()
    {
        await graph.Room.WaitAsync(TestContext.Current.CancellationToken); // as a run does: with a thread per core there is room for one
        var run = Task.Run(Run, TestContext.Current.CancellationToken);
        var first = await Task.WhenAny(run, Task.Delay(500, TestContext.Current.CancellationToken));
        Assert.NotSame(run, first);
        graph.Room.Release();
        Assert.NotEmpty(await run);
        Assert.Equal(1, graph.Room.CurrentCount);
    }

    [Fact]
    public void Run_ThatFails_LeavesRoomForTheNext()
    {
        Assert.Throws<ModelException>(() => graph.Run([("no such input", new float[Side * Side], [1, 1, Side, Side])], "scene"));
        Assert.NotEmpty(Run());
    }

    [Fact]
    public void Room_OneThreadARun_IsForEachCoreOne()
    {
        using var narrow = new OnnxGraph(Repository.Path("models", "half", ModelFile.GlobalGraph), threads: 1);
        Assert.Equal(Environment.ProcessorCount, narrow.Room.CurrentCount);
    }

    private float[] Run() => graph.Run([("lightness", new float[Side * Side], [1, 1, Side, Side])], "scene")[0];
}
