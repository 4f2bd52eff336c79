namespace Colorist.Tests;

public sealed class AdmissionTests : IDisposable
{
    private readonly Colorizer colorizer = Colorizer.Load(Repository.Path("models", "iizuka-half"), new ColorizerOptions
    {
        RenderSide = 32
    });
    private readonly Photo photo = Photo.FromRgb(32, 32, new byte[3 * 32 * 32]);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        photo.Dispose();
        colorizer.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Predict_WhileAsManyRunAsThereAreCoresFor_WaitsForOneToEnd(bool asynchronously)
    {
        var inside = colorizer.Admission.Enter(Stop); // with a thread per core there is room for one
        var run = asynchronously
            ? colorizer.PredictAsync(photo, stop: Stop)
            : Task.Run(() => colorizer.Predict(photo, stop: Stop), Stop);
        Assert.NotSame(run, await Task.WhenAny(run, Task.Delay(500, Stop)));
        inside.Dispose();
        Assert.NotNull((await run).Scene);
    }

    [Fact]
    public async Task PredictAsync_StoppedWhileItWaits_LeavesRoomAsItWas()
    {
        using var stop = new CancellationTokenSource();
        var inside = colorizer.Admission.Enter(Stop);
        var run = colorizer.PredictAsync(photo, stop: stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        inside.Dispose();
        Assert.NotNull((await colorizer.PredictAsync(photo, stop: Stop)).Scene);
    }

    [Fact]
    public void Enter_OneThreadAPicture_IsForEachCoreOne()
    {
        using var admission = new Admission(threads: 1);
        for (var i = 0; i < Environment.ProcessorCount; i++) admission.Enter(Stop);
        using var soon = new CancellationTokenSource(100);
        Assert.Throws<OperationCanceledException>(() => admission.Enter(soon.Token));
    }
}
