using Microsoft.Playwright;

namespace Colorist.Web.Tests;

/// <summary>
/// Makes the pictures of the guide, with the shipped model, where <c>COLORIST_SCREENSHOTS</c> names a folder.
/// </summary>
public sealed class ScreenshotTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("COLORIST_SCREENSHOTS");

    [Theory]
    [InlineData("light", false, false)]
    [InlineData("dark", true, false)]
    [InlineData("phone", false, true)]
    public async Task Page_EveryView_IsPictured(string name, bool isDark, bool isPhone)
    {
        Assert.SkipWhen(Folder is null, "COLORIST_SCREENSHOTS names no folder");
        await using var server = await Server.StartAsync(model: Repository.ShippedModel);
        await using var visit = await browser.VisitAsync(server, isDark, isPhone);
        visit.Context.SetDefaultTimeout(120_000); // others may be at work
        await Picture(visit.Page, $"serve-{name}-empty.jpg");
        using var folder = new TemporaryFolder();
        await visit.ChooseAsync(
            Repository.Path("samples", "camera.png"), Grey(folder, "coffee.png"), Grey(folder, "rocket.jpg"),
            Reel(folder));
        await visit.ColoredAsync();
        await visit.Page
            .Locator(".item .state:text('Waiting'), .item .state:text('Sending'), .item .state:text('Colouring')").First
            .WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await Picture(visit.Page, $"serve-{name}.jpg");
        // by script: on a phone the picture stays above what is scrolled
        await visit.Page.Locator("#candidates-show").EvaluateAsync("one => one.click()");
        await visit.Page.Locator("#candidate-list img").Nth(3)
            .EvaluateAsync("one => { one.click(); one.scrollIntoView({ block: 'end' }); }");
        await Task.Delay(3000, TestContext.Current.CancellationToken);
        await Picture(visit.Page, $"serve-{name}-colourings.jpg");
        await visit.Page.Locator("#palette-off").EvaluateAsync("one => one.click()");
        await visit.Page.GetByText("Brush", new() { Exact = true }).ClickAsync();
        await visit.Page.GetByLabel("Grass").ClickAsync();
        await Stroke(visit.Page, 0.55f, 0.8f);
        await Picture(visit.Page, $"serve-{name}-brush.jpg");
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData("light", false, false)]
    [InlineData("dark", true, false)]
    [InlineData("phone", false, true)]
    public async Task Film_PaintedAndPlayed_IsPictured(string name, bool isDark, bool isPhone)
    {
        Assert.SkipWhen(Folder is null, "COLORIST_SCREENSHOTS names no folder");
        await using var server = await Server.StartAsync(model: Repository.ShippedModel);
        await using var visit = await browser.VisitAsync(server, isDark, isPhone);
        visit.Context.SetDefaultTimeout(120_000); // others may be at work
        using var folder = new TemporaryFolder();
        await visit.ChooseAsync(Reel(folder));
        await visit.Page.Locator("#save:enabled").WaitForAsync();
        await visit.ColoredAsync();
        var first = await visit.ShownAsync();
        await visit.Page.Locator(".shot").Nth(1).ClickAsync();
        var plain = await visit.ChangedAsync(first);
        await visit.Page.GetByLabel("Cloth").EvaluateAsync("one => one.click()");
        await Stroke(visit.Page, 0.45f, 0.45f);
        await visit.ChangedAsync(plain);
        await Picture(visit.Page, $"serve-{name}-film.jpg");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Play this shot" }).ClickAsync();
        await visit.Page.Locator("#screen:not([hidden])").WaitForAsync();
        await visit.Page.Locator("#split").FillAsync("45");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Colour the film" }).ClickAsync();
        await visit.Page.Locator("#wait-text:has-text(' of ')").WaitForAsync();
        await Picture(visit.Page, $"serve-{name}-shot.jpg");
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData("light", StudyKind.Natural, false)]
    [InlineData("phone", StudyKind.Choice, true)]
    public async Task Study_OfEachKind_IsPictured(string name, StudyKind kind, bool isPhone)
    {
        Assert.SkipWhen(Folder is null, "COLORIST_SCREENSHOTS names no folder");
        using var colorizer = Colorizer.Load(Repository.ShippedModel);
        using var folder = new TemporaryFolder();
        StudyMethod[] methods = [new("truth", Repository.Path("samples")), new("resnet18", null, colorizer)];
        var study = StudyMaker.Create(folder["study"], methods, new StudyOptions
        {
            Kind = kind,
            EveryMethod = true,
            Participants = 1
        });
        await using var server = await Server.StartAsync(study: folder["study"]);
        await using var visit =
            await browser.VisitAsync(server.Address, $"study/{study.Participants[0].Link}", isPhone: isPhone);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Begin" }).ClickAsync();
        await visit.Page.Locator("#pictures[data-ready]").WaitForAsync();
        await Picture(visit.Page, $"study-{name}.jpg");
    }

    /// <summary>A short stroke from a place of the view, and the time that its colour needs.</summary>
    private static async Task Stroke(IPage page, float x, float y)
    {
        var box = (await page.Locator("#view").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + box.Width * x, box.Y + box.Height * y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(
            box.X + box.Width * (x + 0.07f), box.Y + box.Height * (y + 0.04f), new() { Steps = 5 });
        await page.Mouse.UpAsync();
        await Task.Delay(3000, TestContext.Current.CancellationToken);
    }

    private static string Reel(TemporaryFolder folder) => ReelFile.Make(
        folder["old film.mp4"], 2, ["camera.png", "coffee.png", "rocket.jpg"], "640x480");

    private static string Grey(TemporaryFolder folder, string sample)
    {
        using var colored = Photo.Load(Repository.Path("samples", sample));
        using var grey = colored.WithoutColor();
        grey.Save(folder[sample]);
        return folder[sample];
    }

    private static Task<byte[]> Picture(IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Folder!, name), Type = ScreenshotType.Jpeg, Quality = 60 });
}
