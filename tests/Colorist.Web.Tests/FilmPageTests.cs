using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Colorist.Web.Tests;

/// <summary>The films' part of the page in a real browser.</summary>
public sealed class FilmPageTests(Browser browser) : ServedTests, IClassFixture<Browser>
{
    [Fact]
    public async Task Film_Dropped_IsPaintedPlayedColoredAndSaved()
    {
        await using var visit = await browser.VisitAsync(server);
        var sent = Reel();
        await visit.DropAsync(
            "#main", await File.ReadAllBytesAsync(sent, TestContext.Current.CancellationToken), "reel.mp4", "video/mp4");
        await visit.Page.Locator(".shot img").Nth(1).WaitForAsync();
        await visit.ColoredAsync();
        await visit.Page.Locator("#save:enabled").WaitForAsync();
        Assert.Equal("320 × 240 pixels, 0:01 long, 25 frames a second",
            await visit.Page.Locator("#facts").TextContentAsync());
        var first = await visit.ShownAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("Shot 2 at") }).ClickAsync();
        var second = await visit.ChangedAsync(first);
        await Paint(visit);
        await visit.ChangedAsync(second);
        await visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("Shot 2 at .*, painted") })
            .WaitForAsync();

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Play this shot" }).ClickAsync();
        await visit.Page.Locator("#screen:not([hidden])").WaitForAsync();
        var played = await visit.Page.EvaluateAsync<double[]>(
            "() => { const video = document.getElementById('video'); return [video.videoWidth, video.videoHeight, video.duration]; }");
        Assert.Equal((320, 240), (played[0], played[1]));
        Assert.InRange(played[2], 0.55, 0.65); // the shot alone
        Assert.True(await IsLip(visit));
        await visit.AccessibleAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Back to the still" }).ClickAsync();

        var saved = await visit.Page
            .RunAndWaitForDownloadAsync(
                () => visit.Page.GetByRole(AriaRole.Button, new() { Name = "Colour the film" }).ClickAsync());
        Assert.Equal("reel-colour.mp4", saved.SuggestedFilename);
        Assert.Equal(30, FilmFile.Times(await saved.PathAsync()).Length);
        await visit.Page.Locator("#screen:not([hidden])").WaitForAsync(); // the result plays where stills were
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Shots_ByKeyboardAlone_AreChosenAndPlayed()
    {
        await using var visit = await browser.VisitAsync(server);
        await visit.ChooseAsync(Reel());
        await visit.Page.Locator("#save:enabled").WaitForAsync();
        await visit.ColoredAsync();
        var first = await visit.ShownAsync();
        await visit.Page.Locator(".shot[aria-current]").FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.ChangedAsync(first);
        await visit.ReachAsync("play");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Locator("#screen:not([hidden])").WaitForAsync();
        await visit.Page.Locator("#screen-off").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("play", await visit.Page.EvaluateAsync<string>("document.activeElement.id"));
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Look_OfAFilm_ChangesAllStillsAndTheFilm()
    {
        await using var visit = await browser.VisitAsync(server);
        await visit.ChooseAsync(Reel());
        await visit.Page.Locator("#save:enabled").WaitForAsync();
        await visit.ColoredAsync();
        await visit.Page.GetByLabel("Saturation").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Home");
        await visit.Page.Locator(".shot img[src$='look=1']").WaitForAsync();
        var saved = await visit.Page
            .RunAndWaitForDownloadAsync(
                () => visit.Page.GetByRole(AriaRole.Button, new() { Name = "Colour the film" }).ClickAsync());
        using var still = Photo.Load(Still(await saved.PathAsync()));
        Assert.False(still.HasColor());
    }

    [Fact]
    public async Task Film_InColor_IsLeftAloneUntilSomebodySaysOtherwise()
    {
        await using var visit = await browser.VisitAsync(server);
        await visit.ChooseAsync(FilmFile.MakeInColor(folder["film.mp4"], 0.4));
        await visit.Page.GetByText("This film has colour already, so it was left alone.").WaitForAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Colour it anyway" }).ClickAsync();
        await visit.ColoredAsync();
    }

    [Fact]
    public async Task Film_WholeInWork_IsStopped()
    {
        await using var visit = await browser.VisitAsync(server);
        await visit.ChooseAsync(FilmFile.Make(folder["long.mp4"], 10));
        await visit.Page.Locator("#save:enabled").WaitForAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Colour the film" }).ClickAsync();
        await visit.Page.Locator("#wait").GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();
        await visit.Page.Locator("#trouble", new() { HasText = "Stopped." }).WaitForAsync();
        Assert.True(await visit.Page.Locator("#save").IsEnabledAsync());
    }

    /// <summary>Two shots of 15 frames.</summary>
    private string Reel() => ReelFile.Make(folder["reel.mp4"], 0.6, ["camera.png", "rocket.jpg"], "320x240");

    private string Still(string film) =>
        FilmFile.Make(folder["still.png"], "-f", "mp4", "-i", film, "-frames:v", "1");

    private static async Task Paint(Visit visit)
    {
        await visit.Page.GetByText("Brush", new() { Exact = true }).ClickAsync();
        await visit.Page.GetByLabel("Lips").ClickAsync();
        await visit.StrokeAsync();
    }

    /// <summary>Whether the middle of the video has the colour of the stroke, which is red before all.</summary>
    private static Task<bool> IsLip(Visit visit) => visit.Page.EvaluateAsync<bool>(
        """
        () => {
          const video = document.getElementById("video");
          const pen = new OffscreenCanvas(video.videoWidth, video.videoHeight).getContext("2d");
          pen.drawImage(video, 0, 0);
          const [red, green, blue] = pen.getImageData(video.videoWidth / 2, video.videoHeight / 2, 1, 1).data;
          return red > green + 20 && red > blue + 20;
        }
        """);
}
