using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Colorist.Web.Tests;

/// <summary>The page in a real browser.</summary>
public sealed class PageTests(Browser browser) : IClassFixture<Browser>, IAsyncLifetime
{
    private const string DroppedFile =
        """
        bytes => {
          const data = new DataTransfer();
          data.items.add(new File([Uint8Array.from(atob(bytes), one => one.charCodeAt(0))], "grandmother.png", { type: "image/png" }));
          return data;
        }
        """;

    private readonly TemporaryFolder folder = new();
    private Server server = null!;

    public async ValueTask InitializeAsync() => server = await Server.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Photo_DroppedAndSaved_IsInColorAndComparedByTheSlider()
    {
        await using var visit = await VisitAsync();
        var drop = await visit.Page.EvaluateHandleAsync(
            DroppedFile,
            Convert.ToBase64String(Server.Grey(width: 300, height: 200)));
        await visit.Page.DispatchEventAsync("#main", "drop", new { dataTransfer = drop });
        await visit.ColoredAsync();
        Assert.Equal("grandmother.png", await visit.Page.Locator("#title").TextContentAsync());
        Assert.Contains("300 × 200", await visit.Page.Locator("#facts").TextContentAsync(), StringComparison.Ordinal);

        var line = (await visit.Page.Locator("#line span").BoundingBoxAsync())!;
        await visit.Page.Mouse.MoveAsync(line.X + line.Width / 2, line.Y + line.Height / 2);
        await visit.Page.Mouse.DownAsync();
        await visit.Page.Mouse.MoveAsync(line.X + 150, line.Y + 10, new() { Steps = 3 });
        await visit.Page.Mouse.UpAsync();
        Assert.True(int.Parse(await visit.Page.Locator("#split").InputValueAsync(),
            System.Globalization.CultureInfo.InvariantCulture) > 55);

        var saved = await visit.Page
            .RunAndWaitForDownloadAsync(
                () => visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync());
        Assert.Equal("grandmother-colour.png", saved.SuggestedFilename);
        using var result = Photo.Load(await saved.PathAsync());
        Assert.Equal((300, 200, true), (result.Width, result.Height, result.HasColor()));
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Brush_UndoAndEraser_ChangeThePictureLive()
    {
        await using var visit = await VisitAsync();
        await visit.ChooseAsync(Photograph("a.png"));
        await visit.ColoredAsync();
        var plain = await Shown(visit);
        await visit.Page.GetByText("Brush", new() { Exact = true }).ClickAsync();
        await visit.Page.GetByLabel("Lips").ClickAsync();
        await Stroke(visit);
        var painted = await Changed(visit, plain);
        await visit.Page.Keyboard.PressAsync("Control+z");
        Assert.Equal(plain, await Changed(visit, painted));
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Redo" }).ClickAsync();
        Assert.Equal(painted, await Changed(visit, plain));
        await visit.Page.GetByText("Pick", new() { Exact = true }).ClickAsync();
        await visit.Page.Locator("#view").ClickAsync();
        await visit.Page.Locator("input[name=tool][value=brush]:checked")
            .WaitForAsync(new() { State = WaitForSelectorState.Attached });
        Assert.NotEqual("#b2544f", await visit.Page.Locator("#color").InputValueAsync());
        await visit.Page.GetByText("Eraser", new() { Exact = true }).ClickAsync();
        await Stroke(visit);
        Assert.Equal(plain, await Changed(visit, painted));
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Look_ByMoodAndSlider_IsUsedForAllAndDownloadedTogether()
    {
        await using var visit = await VisitAsync();
        await visit.ChooseAsync(Photograph("a.png"), Photograph("b.png", 7), Broken("c.jpg"));
        await visit.ColoredAsync();
        var plain = await Shown(visit);
        await visit.Page.GetByText("dusk").ClickAsync();
        var dusk = await Changed(visit, plain);
        await visit.Page.GetByLabel("Saturation").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Home");
        await Changed(visit, dusk);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Use these colours for all" }).ClickAsync();
        await visit.Page.Locator("#tray-state", new() { HasText = "2 of 3 ready, 1 left out" }).WaitForAsync();
        var saved = await visit.Page
            .RunAndWaitForDownloadAsync(
                () => visit.Page.GetByRole(AriaRole.Button, new() { Name = "Download all" }).ClickAsync());
        using var zip = System.IO.Compression.ZipFile.OpenRead(await saved.PathAsync());
        Assert.Equal(["a-colour.png", "b-colour.png"], zip.Entries.Select(entry => entry.Name));
        foreach (var entry in zip.Entries)
        {
            await using var stream = await entry.OpenAsync(TestContext.Current.CancellationToken);
            using var photo = await Photo.LoadAsync(stream, entry.Name);
            Assert.False(photo.HasColor()); // saturation 0
        }
    }

    [Fact]
    public async Task Colorings_OneChosenAndAPictureDroppedOnAButton_ChangeThePicture()
    {
        await using var shipped = await Server.StartAsync(model: Repository.ShippedModel);
        await using var visit = await browser.VisitAsync(shipped.Address);
        await visit.Page.Locator("html[data-ready]").WaitForAsync();
        await visit.ChooseAsync(Photograph("a.png"));
        await visit.ColoredAsync();
        var plain = await Shown(visit);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Show several" }).ClickAsync();
        var colorings = visit.Page.Locator("#candidate-list img");
        await colorings.Nth(4).WaitForAsync();
        Assert.Equal(5, await colorings.CountAsync());
        await Accessible(visit.Page);
        await colorings.Nth(2).ClickAsync();
        var third = await Changed(visit, plain);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Its own colours" }).ClickAsync();
        Assert.Equal(plain, await Changed(visit, third));

        var coffee = await File.ReadAllBytesAsync(
            Repository.Path("samples", "coffee.png"), TestContext.Current.CancellationToken);
        var drop = await visit.Page.EvaluateHandleAsync(DroppedFile, Convert.ToBase64String(coffee));
        await visit.Page.DispatchEventAsync("#palette", "drop", new { dataTransfer = drop });
        await Changed(visit, plain);
        Assert.Equal("Colours: grandmother.png", await visit.Page.Locator("#palette").TextContentAsync());
        Assert.Equal(1, await visit.Page.Locator(".item").CountAsync()); // it was not added as a photograph
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Film_Chosen_IsColoredWithProgressAndSaved()
    {
        await using var visit = await VisitAsync();
        await visit.ChooseAsync(FilmFile.Make(folder["reel.mp4"], 1));
        var saved = await visit.Page
            .RunAndWaitForDownloadAsync(
                () => visit.Page.GetByRole(AriaRole.Button, new() { Name = "Colour the film" }).ClickAsync());
        Assert.Equal("reel-colour.mp4", saved.SuggestedFilename);
        Assert.Equal(25, FilmFile.Times(await saved.PathAsync()).Length);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Keyboard_Alone_ComparesPaintsAndSaves()
    {
        await using var visit = await VisitAsync();
        await visit.ChooseAsync(Photograph("a.png"));
        await visit.ColoredAsync();
        var plain = await Shown(visit);
        await Reach(visit, "view");
        await visit.Page.Keyboard.PressAsync("+");
        await Reach(visit, "split");
        await visit.Page.Keyboard.PressAsync("Home");
        Assert.Equal("0", await visit.Page.Locator("#split").InputValueAsync());
        await Reach(visit, "tool");
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await Reach(visit, "view");
        await visit.Page.Keyboard.PressAsync("ArrowLeft");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Changed(visit, plain);
        await Reach(visit, "save");
        var saved = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.Keyboard.PressAsync("Enter"));
        Assert.Equal("a-colour.png", saved.SuggestedFilename);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Page_EveryView_IsAccessible(bool isDark, bool isPhone)
    {
        await using var visit = await VisitAsync(isDark, isPhone);
        await Accessible(visit.Page);
        await visit.ChooseAsync(Photograph("a.png"), Broken("c.jpg"), FilmFile.Make(folder["reel.mp4"], 0.2));
        await visit.ColoredAsync();
        await visit.Page.GetByText("Brush", new() { Exact = true }).ClickAsync();
        await Accessible(visit.Page);
        foreach (var place in (int[])[1, 2])
        {
            await visit.Page.Locator(".item .pick").Nth(place).ClickAsync();
            await Accessible(visit.Page);
        }

        // nothing to scroll sideways
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }

    [Fact]
    public async Task Docs_AreReadableWithoutAnyOtherServer()
    {
        await using var visit = await browser.VisitAsync(server.Address, "docs");
        await visit.Page.GetByText("Colour a photo").First
            .WaitForAsync(new() { State = WaitForSelectorState.Attached });
        Assert.DoesNotContain(visit.Complaints, complaint => complaint.StartsWith("asked", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_WithToken_AsksForItOnce()
    {
        const string Token = "a-token-of-many-letters";
        await using var closed = await Server.StartAsync(token: Token);
        await using var visit = await browser.VisitAsync(closed.Address);
        await visit.Page.GetByLabel("Token", new() { Exact = true }).FillAsync("another-one-of-letters");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.GetByText("That is another token.").WaitForAsync();
        await visit.Page.GetByLabel("Token", new() { Exact = true }).FillAsync(Token);
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Locator("html[data-ready]").WaitForAsync();
        await visit.ChooseAsync(Photograph("a.png"));
        await visit.ColoredAsync();
    }

    private async Task<Visit> VisitAsync(bool isDark = false, bool isPhone = false)
    {
        var visit = await browser.VisitAsync(server.Address, isDark: isDark, isPhone: isPhone);
        await visit.Page.Locator("html[data-ready]").WaitForAsync();
        return visit;
    }

    private string Photograph(string name, int seed = 2)
    {
        File.WriteAllBytes(folder[name], Server.Grey(width: 300, height: 200, seed: seed));
        return folder[name];
    }

    private string Broken(string name)
    {
        File.WriteAllText(folder[name], "no picture");
        return folder[name];
    }

    private static async Task Stroke(Visit visit)
    {
        var box = (await visit.Page.Locator("#view").BoundingBoxAsync())!;
        await visit.Page.Mouse.MoveAsync(box.X + box.Width * 0.4f, box.Y + box.Height * 0.5f);
        await visit.Page.Mouse.DownAsync();
        await visit.Page.Mouse.MoveAsync(box.X + box.Width * 0.6f, box.Y + box.Height * 0.5f, new() { Steps = 4 });
        await visit.Page.Mouse.UpAsync();
    }

    /// <summary>The bytes of the picture that is shown, when nothing is on its way.</summary>
    private static async Task<string> Shown(Visit visit)
    {
        string? before = null;
        while (true)
        {
            var now = await visit.Page.EvaluateAsync<string?>(
                """
                async () => {
                  const image = document.getElementById("after");
                  try { await image.decode(); } catch { return null; } // another picture took its place meanwhile
                  const canvas = Object.assign(document.createElement("canvas"), { width: image.naturalWidth, height: image.naturalHeight });
                  canvas.getContext("2d").drawImage(image, 0, 0);
                  return canvas.toDataURL();
                }
                """);
            if (now is not null && now == before) return now;
            before = now;
            await Task.Delay(400);
        }
    }

    private static async Task<string> Changed(Visit visit, string from)
    {
        for (var tries = 0; tries < 30; tries++)
        {
            if (await Shown(visit) is var now && now != from) return now;
        }

        throw new TimeoutException("The picture stayed as it was.");
    }

    /// <summary>Presses Tab until something has the focus.</summary>
    private static async Task Reach(Visit visit, string idOrName)
    {
        for (var tries = 0; tries < 80; tries++)
        {
            if (await visit.Page.EvaluateAsync<bool>(
                "name => document.activeElement.id === name || document.activeElement.name === name", idOrName)) return;
            await visit.Page.Keyboard.PressAsync("Tab");
        }

        throw new TimeoutException($"{idOrName} cannot be reached with Tab.");
    }

    private static async Task Accessible(IPage page)
    {
        var found = await page.RunAxe();
        Assert.Empty(found.Violations
            .Select(violation =>
                $"{violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"));
    }
}
