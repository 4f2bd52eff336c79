namespace Colorist.Tests;

public sealed class FilmOwnColorTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(true, "null")]
    [InlineData(false, "hue=s=0")]
    [InlineData(false, "hue=s=0,colorchannelmixer=.393:.769:.189:0:.349:.686:.168:0:.272:.534:.131")] // sepia
    [InlineData(false, "hue=s=0,noise=c1s=10:c1f=t:c2s=10:c2f=t")] // a tape's colour noise
    [InlineData(true, "hue=s=0:enable='lt(t,0.4)'")] // more than half in colour
    [InlineData(false, "hue=s=0:enable='lt(t,0.7)'")] // less
    public void Find_Film_SaysWhetherMostOfItIsInColor(bool expected, string filter)
    {
        var film = FilmFile.Make(
            folder["film.mkv"], "-loop", "1", "-i", Repository.Path("samples", "coffee.png"), "-vf",
            $"scale=320:240,format=yuv420p,{filter}", "-t", "1", "-g", "1",
            "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p");
        Assert.Equal(expected, FilmOwnColor.Find(Film.Open(film), default, TestContext.Current.CancellationToken));
    }
}
