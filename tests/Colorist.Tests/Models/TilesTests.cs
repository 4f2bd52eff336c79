using System.Numerics;

namespace Colorist.Tests;

/// <summary>What comes out of tiles is what one run gives: random weights, random pictures.</summary>
public sealed class TilesTests : IDisposable
{
    private const double MaxError = 0.01; // a*b*; steps of storage are 1/256

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(200, 344, 64, 1, false)]
    [InlineData(264, 96, 64, 3, false)]
    [InlineData(203, 331, 128, 1, false)]
    [InlineData(5, 300, 64, 1, false)]
    [InlineData(203, 811, 64, 3, true)]
    [InlineData(600, 40, 32, 1, true)]
    public void Predict_InTiles_IsOneRun(int width, int height, int side, int fusionKernel, bool context)
    {
        var sizes = NetworkSizes.Tiny with { FusionKernel = fusionKernel, Context = context };
        var both = BothWays(width, height, side, sizes.Reach, sizes);
        Assert.Equal(((width + 1) / 2, (height + 1) / 2), (both.Tiled.Width, both.Tiled.Height));
        Assert.InRange(Distance(both), 0, MaxError);
    }

    [Theory]
    [InlineData(1, 56, false)]
    [InlineData(3, 64, false)]
    [InlineData(3, 160, true)]
    public void Predict_WithARimNarrowerThanTheNetworkLooks_IsNot(int fusionKernel, int halo, bool context) =>
        Assert.True(
            Distance(BothWays(200, 544, 64, halo,
                NetworkSizes.Tiny with { FusionKernel = fusionKernel, Context = context })) > 2 * MaxError);

    [Theory]
    [InlineData(1203, 40, 64)]
    [InlineData(33, 1100, 96)]
    public void Predict_ResNetInTiles_IsOneRun(int width, int height, int side)
    {
        INetworkSizes sizes = ResNetSizes.Tiny;
        Assert.InRange(Distance(BothWays(width, height, side, sizes.Shape.Margin, sizes)), 0, MaxError);
        Assert.True(Distance(BothWays(width, height, side, 256, sizes)) > 2 * MaxError,
            "the margin is wider than the network looks");
    }

    [Fact]
    public void Colorize_Full_IsAsPaintedFromOneRun()
    {
        var sizes = NetworkSizes.Tiny;
        ModelExport.Write(folder["model"], Samples.Network(sizes), Samples.Card(sizes));
        using var colorizer = Colorizer.Load(folder["model"], new() { RenderFull = true });
        using var model = Model.Load(folder["model"]);
        using var photo = Grey(123, 94);
        var scene = colorizer.Describe(photo);
        using var rows = photo.LightnessRows(model.Card.Shape);
        var chroma = Tiles.Predict(rows, plane => model.Local.Predict(plane, scene), model.Card.Shape, side: 128);
        using var expected = photo.WithChroma(GuidedChroma.Plain(chroma));
        using var colored = colorizer.Colorize(photo);
        Assert.Equal(expected.ToRgb(), colored.ToRgb());
    }

    private static double Distance((CompactChroma Tiled, ChromaPlanes Whole) both)
    {
        var (tiled, whole) = both;
        var row = new Vector4[tiled.Width];
        var most = 0f;
        for (var y = 0; y < tiled.Height; y++)
        {
            tiled.Row(y, row);
            for (var x = 0; x < tiled.Width; x++)
            {
                most = Math.Max(most, Math.Abs(row[x].Y - whole.A[y * whole.Width + x]));
                most = Math.Max(most, Math.Abs(row[x].W - whole.B[y * whole.Width + x]));
            }
        }

        return most;
    }

    private (CompactChroma Tiled, ChromaPlanes Whole) BothWays(
        int width, int height, int side, int halo, INetworkSizes sizes)
    {
        ModelExport.Write(folder["model"], Samples.Network(sizes), Samples.Card(sizes));
        using var model = Model.Load(folder["model"]);
        var shape = model.Card.Shape with { Margin = halo };
        var scene = Samples.Scene(sizes.GlobalFeatures);
        using var photo = Grey(width, height);
        using var rows = photo.LightnessRows(shape);
        using var all = photo.LightnessRows(shape);
        all.MoveTo(0, all.Height);
        return (Tiles.Predict(rows, plane => model.Local.Predict(plane, scene), shape, side), model.Local
            .Predict(all.Columns(0, all.Width), scene));
    }

    private static Photo Grey(int width, int height)
    {
        var random = new Random(4);
        return Photo.FromRgb(width, height,
            [.. Enumerable.Range(0, width * height).SelectMany(_ => Enumerable.Repeat((byte)random.Next(256), 3))]);
    }
}
