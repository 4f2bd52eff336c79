using Microsoft.Playwright;

namespace Colorist.Web.Tests;

/// <summary>
/// The system's Chromium, without a window. Tests of the page are skipped where there is none, or where
/// <c>COLORIST_BROWSER</c> names another file than one that is there.
/// </summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string? Program =
        Environment.GetEnvironmentVariable("COLORIST_BROWSER") is { } named
            ? File.Exists(named) ? named : null
            : ((string[])["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"])
                .FirstOrDefault(File.Exists);

    private IPlaywright? playwright;
    private IBrowser? chromium;

    public async ValueTask InitializeAsync()
    {
        if (Program is null) return;
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = ["--no-sandbox"] });
    }

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null) await chromium.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>Opens a page; whatever it logs as an error, and whatever it asks of others, is kept.</summary>
    internal async Task<Visit> VisitAsync(Uri address, string path = "", bool isDark = false, bool isPhone = false)
    {
        Assert.SkipUnless(chromium is not null, "no Chromium here (apt-get install chromium)");
        var context = await chromium!.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = isPhone ? new() { Width = 390, Height = 844 } : new() { Width = 1280, Height = 800 },
            HasTouch = isPhone,
            AcceptDownloads = true,
        });
        context.SetDefaultTimeout(60_000); // others may be at work
        var visit = new Visit(context, await context.NewPageAsync());
        visit.Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") visit.Complaints.Add(message.Text);
        };
        visit.Page.PageError += (_, error) => visit.Complaints.Add(error);
        visit.Page.Request += (_, request) =>
        {
            var uri = new Uri(request.Url);
            if (uri.Scheme.StartsWith("http", StringComparison.Ordinal) && uri.Authority != address.Authority)
                visit.Complaints.Add($"asked {uri.Host}");
        };
        await visit.Page.GotoAsync(address + path);
        return visit;
    }

    /// <summary>Opens the page of a server and waits until it is there.</summary>
    internal async Task<Visit> VisitAsync(Server server, bool isDark = false, bool isPhone = false)
    {
        var visit = await VisitAsync(server.Address, isDark: isDark, isPhone: isPhone);
        await visit.Page.Locator("html[data-ready]").WaitForAsync();
        return visit;
    }
}
