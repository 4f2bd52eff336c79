using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Colorist.Web.Tests;

/// <summary>The participant's page in a real browser.</summary>
public sealed class StudyPageTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Page_ByKeysButtonsAndBack_KeepsAnswersAndGoesOnAfterAReload()
    {
        var study = Make(StudyKind.Natural);
        await using var server = await Server.StartAsync(token: "a-token-of-many-letters", study: folder["study"]);
        await using var visit = await browser.VisitAsync(server.Address, Link(study));
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Begin" }).ClickAsync();
        await At(visit, "1 of 6");
        await visit.Page.Keyboard.PressAsync("n");
        await At(visit, "2 of 6");
        await visit.Page.Keyboard.PressAsync("ArrowLeft");
        await At(visit, "3 of 6");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Natural", Exact = true }).ClickAsync();
        await At(visit, "4 of 6");
        await visit.Page.Keyboard.PressAsync("Backspace");
        await At(visit, "3 of 6");
        Assert.True(await visit.Page.Locator("#back").IsDisabledAsync()); // one step
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Unnatural" }).ClickAsync();
        await At(visit, "4 of 6");
        await visit.Page.ReloadAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        foreach (var place in (int[])[4, 5, 6])
        {
            await At(visit, $"{place} of 6");
            await visit.Page.Keyboard.PressAsync("u");
        }

        await visit.Page.GetByText("Thank you").WaitForAsync();
        await visit.Page.ReloadAsync();
        await visit.Page.GetByText("Thank you").WaitForAsync();
        using var answers = new StudyAnswers(folder["study"]);
        var kept = answers.Read().OrderBy(answer => answer.Place).ToList();
        Assert.Equal("Natural Unnatural Unnatural Unnatural Unnatural Unnatural",
            string.Join(' ', kept.Select(answer => answer.Opinion)));
        Assert.All(kept, answer => Assert.InRange(answer.Milliseconds, 1, 30_000));
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Page_WhoseServerIsGone_KeepsThePictureUntilItIsBack()
    {
        var study = Make(StudyKind.Natural);
        await using var server = await Server.StartAsync(study: folder["study"]);
        await using var visit = await browser.VisitAsync(server.Address, Link(study));
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Begin" }).ClickAsync();
        await At(visit, "1 of 6");
        await visit.Context.SetOfflineAsync(true);
        await visit.Page.Keyboard.PressAsync("n");
        await visit.Page.GetByText("The server is not there.").WaitForAsync();
        Assert.Equal("1 of 6", await visit.Page.Locator("#count").TextContentAsync());
        await visit.Context.SetOfflineAsync(false);
        await visit.Page.Keyboard.PressAsync("n");
        await At(visit, "2 of 6");
    }

    [Theory]
    [InlineData(StudyKind.Natural, false, false)]
    [InlineData(StudyKind.Choice, true, false)]
    [InlineData(StudyKind.Choice, false, true)]
    public async Task Page_EveryView_IsAccessible(StudyKind kind, bool isDark, bool isPhone)
    {
        var study = Make(kind);
        await using var server = await Server.StartAsync(study: folder["study"]);
        await using var visit = await browser.VisitAsync(server.Address, Link(study), isDark, isPhone);
        var begin = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Begin" });
        await begin.WaitForAsync();
        await Accessible(visit.Page);
        await begin.ClickAsync();
        for (var place = 1; place <= 6; place++)
        {
            await At(visit, $"{place} of 6");
            if (place == 1)
            {
                await Accessible(visit.Page);
                // most of the screen, on a phone as well
                Assert.True(await visit.Page.EvaluateAsync<bool>("pictures.clientHeight > innerHeight / 2"));
            }

            var right = visit.Page.Locator("#right");
            if (isPhone) await right.TapAsync();
            else await right.ClickAsync();
        }

        await visit.Page.GetByText("Thank you").WaitForAsync();
        using var answers = new StudyAnswers(folder["study"]);
        Assert.All(answers.Read(),
            answer =>
                Assert.Equal(kind == StudyKind.Choice ? StudyOpinion.Second : StudyOpinion.Natural, answer.Opinion));
    }

    private Study Make(StudyKind kind) => StudyMaker.Create(
        folder["study"], StudyPhotoFolders.Make(folder, 6, "truth", "proposed"), new StudyOptions
        {
            Kind = kind,
            Participants = 1
        });

    private static string Link(Study study) => $"study/{study.Participants[0].Link}";

    /// <summary>Waits for a picture and for the moment from which it may be judged.</summary>
    private static async Task At(Visit visit, string count)
    {
        await visit.Page.Locator("#count", new() { HasTextString = count }).WaitForAsync();
        await visit.Page.Locator("#pictures[data-ready]").WaitForAsync();
    }

    private static async Task Accessible(IPage page)
    {
        var found = await page.RunAxe();
        Assert.Empty(found.Violations
            .Select(violation =>
                $"{violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"));
        // nothing to scroll sideways
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }
}
