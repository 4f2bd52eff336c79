using Microsoft.Playwright;

namespace Colorist.Web.Tests;

/// <summary>The page in a real browser.</summary>
public sealed class PageTests(Browser browser) : ServedTests, IClassFixture<Browser>
{
    [Fact]
    public async Task Photo_DroppedAndSaved_IsInColorAndComparedByTheSlider()
    {
        await using var visit = await VisitAsync();
        await visit.DropAsync("#main", Server.Grey(width: 300, height: 200), "grandmother.png", "image/png");
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
        var plain = await visit.ShownAsync();
        await visit.Page.GetByText("Brush", new() { Exact = true }).ClickAsync();
        await visit.Page.GetByLabel("Lips").ClickAsync();
        await visit.StrokeAsync();
        var painted = await visit.ChangedAsync(plain);
        await visit.Page.Keyboard.PressAsync("Control+z");
        Assert.Equal(plain, await visit.ChangedAsync(painted));
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Redo" }).ClickAsync();
        Assert.Equal(painted, await visit.ChangedAsync(plain));
        await visit.Page.GetByText("Pick", new() { Exact = true }).ClickAsync();
        await visit.Page.Locator("#view").ClickAsync();
        await visit.Page.Locator("input[name=tool][value=brush]:checked")
            .WaitForAsync(new() { State = WaitForSelectorState.Attached });
        Assert.NotEqual("#b2544f", await visit.Page.Locator("#color").InputValueAsync());
        await visit.Page.GetByText("Eraser", new() { Exact = true }).ClickAsync();
        await visit.StrokeAsync();
        Assert.Equal(plain, await visit.ChangedAsync(painted));
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Look_ByMoodAndSlider_IsUsedForAllAndDownloadedTogether()
    {
        await using var visit = await VisitAsync();
        await visit.ChooseAsync(Photograph("a.png"), Photograph("b.png", 7), Broken("c.jpg"));
        await visit.ColoredAsync();
        var plain = await visit.ShownAsync();
        await visit.Page.GetByText("dusk").ClickAsync();
        var dusk = await visit.ChangedAsync(plain);
        await visit.Page.GetByLabel("Saturation").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Home");
        await visit.ChangedAsync(dusk);
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
        await using var visit = await browser.VisitAsync(shipped);
        await visit.ChooseAsync(Photograph("a.png"));
        await visit.ColoredAsync();
        var plain = await visit.ShownAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Show several" }).ClickAsync();
        var colorings = visit.Page.Locator("#candidate-list img");
        await colorings.Nth(4).WaitForAsync();
        Assert.Equal(5, await colorings.CountAsync());
        await visit.AccessibleAsync();
        await colorings.Nth(2).ClickAsync();
        var third = await visit.ChangedAsync(plain);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Its own colours" }).ClickAsync();
        Assert.Equal(plain, await visit.ChangedAsync(third));

        var coffee = await File.ReadAllBytesAsync(
            Repository.Path("samples", "coffee.png"), TestContext.Current.CancellationToken);
        await visit.DropAsync("#palette", coffee, "grandmother.png", "image/png");
        await visit.ChangedAsync(plain);
        Assert.Equal("Colours: grandmother.png", await visit.Page.Locator("#palette").TextContentAsync());
        Assert.Equal(1, await visit.Page.Locator(".item").CountAsync()); // it was not added as a photograph
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Keyboard_Alone_ComparesPaintsAndSaves()
    {
        await using var visit = await VisitAsync();
        await visit.ChooseAsync(Photograph("a.png"));
        await visit.ColoredAsync();
        var plain = await visit.ShownAsync();
        await visit.ReachAsync("view");
        await visit.Page.Keyboard.PressAsync("+");
        await visit.ReachAsync("split");
        await visit.Page.Keyboard.PressAsync("Home");
        Assert.Equal("0", await visit.Page.Locator("#split").InputValueAsync());
        await visit.ReachAsync("tool");
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await visit.ReachAsync("view");
        await visit.Page.Keyboard.PressAsync("ArrowLeft");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.ChangedAsync(plain);
        await visit.ReachAsync("save");
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
        await visit.AccessibleAsync();
        await visit.ChooseAsync(Photograph("a.png"), Broken("c.jpg"), FilmFile.Make(folder["reel.mp4"], 0.2));
        await visit.ColoredAsync();
        await visit.Page.GetByText("Brush", new() { Exact = true }).ClickAsync();
        await visit.AccessibleAsync();
        foreach (var place in (int[])[1, 2])
        {
            await visit.Page.Locator(".item .pick").Nth(place).ClickAsync();
            if (place == 2) await visit.Page.Locator(".shot img").WaitForAsync();
            await visit.AccessibleAsync();
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

    private Task<Visit> VisitAsync(bool isDark = false, bool isPhone = false) =>
        browser.VisitAsync(server, isDark, isPhone);

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
}
