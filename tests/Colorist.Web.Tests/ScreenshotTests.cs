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
        await Picture(visit.Page, $"serve-{name}-empty.jpg");
        using var folder = new TemporaryFolder();
        var film = FilmFile.Make(folder["old film.mp4"], "-i", FilmFile.Make(folder["film.mp4"], 2), "-vf", "hue=s=0");
        await visit.ChooseAsync(
            Repository.Path("samples", "camera.png"), Grey(folder, "coffee.png"), Grey(folder, "rocket.jpg"), film);
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
        var box = (await visit.Page.Locator("#view").BoundingBoxAsync())!;
        await visit.Page.Mouse.MoveAsync(box.X + box.Width * 0.55f, box.Y + box.Height * 0.8f);
        await visit.Page.Mouse.DownAsync();
        await visit.Page.Mouse.MoveAsync(box.X + box.Width * 0.62f, box.Y + box.Height * 0.84f, new() { Steps = 5 });
        await visit.Page.Mouse.UpAsync();
        await Task.Delay(3000, TestContext.Current.CancellationToken);
        await Picture(visit.Page, $"serve-{name}-brush.jpg");
        await visit.Page.Locator(".item .pick").Nth(3).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Colour the film" }).ClickAsync();
        await visit.Page.Locator("#wait-text:has-text(' of ')").WaitForAsync();
        await Picture(visit.Page, $"serve-{name}-film.jpg");
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
