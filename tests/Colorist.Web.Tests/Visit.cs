using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Colorist.Web.Tests;

/// <summary>One visit to the page.</summary>
internal sealed record Visit(IBrowserContext Context, IPage Page) : IAsyncDisposable
{
    /// <summary>Errors of the page, and requests to other servers.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Chooses files as a visitor does.</summary>
    public Task ChooseAsync(params string[] files) => Page.SetInputFilesAsync("#files", files);

    /// <summary>Drops a file on the page.</summary>
    /// <param name="place">Where, as a selector.</param>
    /// <param name="file">The file.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="type">Its type.</param>
    public async Task DropAsync(string place, byte[] file, string name, string type)
    {
        var drop = await Page.EvaluateHandleAsync(
            """
            ([bytes, name, type]) => {
              const data = new DataTransfer();
              data.items.add(new File([Uint8Array.from(atob(bytes), one => one.charCodeAt(0))], name, { type }));
              return data;
            }
            """,
            (string[])[Convert.ToBase64String(file), name, type]);
        await Page.DispatchEventAsync(place, "drop", new { dataTransfer = drop });
    }

    /// <summary>Waits until the picture that is shown is in colour.</summary>
    public Task ColoredAsync() => Page.Locator("#paper #after[src^=blob]").WaitForAsync();

    /// <summary>Paints a stroke across the middle.</summary>
    public async Task StrokeAsync()
    {
        var box = (await Page.Locator("#view").BoundingBoxAsync())!;
        await Page.Mouse.MoveAsync(box.X + box.Width * 0.4f, box.Y + box.Height * 0.5f);
        await Page.Mouse.DownAsync();
        await Page.Mouse.MoveAsync(box.X + box.Width * 0.6f, box.Y + box.Height * 0.5f, new() { Steps = 4 });
        await Page.Mouse.UpAsync();
    }

    /// <summary>The bytes of the picture that is shown, when nothing is on its way.</summary>
    public async Task<string> ShownAsync()
    {
        string? before = null;
        while (true)
        {
            var now = await Page.EvaluateAsync<string?>(
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

    /// <summary>The same when it is another one.</summary>
    public async Task<string> ChangedAsync(string from)
    {
        for (var tries = 0; tries < 30; tries++)
        {
            if (await ShownAsync() is var now && now != from) return now;
        }

        throw new TimeoutException("The picture stayed as it was.");
    }

    /// <summary>Presses Tab until something has the focus.</summary>
    public async Task ReachAsync(string idOrName)
    {
        for (var tries = 0; tries < 80; tries++)
        {
            if (await Page.EvaluateAsync<bool>(
                "name => document.activeElement.id === name || document.activeElement.name === name", idOrName)) return;
            await Page.Keyboard.PressAsync("Tab");
        }

        throw new TimeoutException($"{idOrName} cannot be reached with Tab.");
    }

    /// <summary>Asks axe what is wrong with the page.</summary>
    public async Task AccessibleAsync()
    {
        var found = await Page.RunAxe();
        Assert.Empty(found.Violations
            .Select(violation =>
                $"{violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"));
    }

    public ValueTask DisposeAsync() => Context.DisposeAsync();
}
