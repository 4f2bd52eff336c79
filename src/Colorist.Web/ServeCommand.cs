using System.CommandLine;

namespace Colorist.Web;

/// <summary>
/// <c>colorist serve</c>: the page and the API. Part of both programs, so that only who serves loads ASP.NET Core.
/// </summary>
internal static class ServeCommand
{
    private static readonly Option<string> Host = new("--host")
    {
        Description = "address to listen on; any but this computer's own (127.0.0.1, localhost, ::1) needs --token",
        DefaultValueFactory = _ => "127.0.0.1",
    };

    private static readonly Option<int> Port = new("--port")
    {
        Description = "port to listen on, 0 for any that is free",
        DefaultValueFactory = _ => 7016
    };
    private static readonly Option<bool> Open = new("--open") { Description = "open the page in the browser" };
    private static readonly Option<bool> NoPage = new("--no-page") { Description = "the API alone" };
    private static readonly Option<string?> Token = new("--token")
    {
        Description =
            "secret that every visitor needs, 16 letters or more; that of the environment variable COLORIST_TOKEN by default",
    };

    private static readonly Option<string> Model = NewModel();
    private static readonly QueueOptions Queue = new();

    private static readonly Option<string?> Study = new("--study")
    {
        Description = "folder of a study, see study create: its participants are let in by their personal links"
    };

    public static Option<string> NewModel() => new("--model")
    {
        Description = "folder of a model",
        DefaultValueFactory = _ => ShippedModel.Folder
    };

    /// <param name="stop">Ends the serving; none for what the parser hears of.</param>
    public static Command Create(CancellationToken stop = default)
    {
        var command = new Command("serve",
            "Open Colorist in the browser, for people, and as an HTTP API, for programs.")
        {
            Host, Port, Open, NoPage, Token, Model, Study
        };
        Queue.AddTo(command);
        command.SetAction((parsed, heard) => RunAsync(parsed, stop.CanBeCanceled ? stop : heard));
        return command;
    }

    public static Task<int> RunAsync(ParseResult parsed, CancellationToken stop) => WebServer.RunAsync(
        Queue.Read(parsed, new ServerOptions
        {
            Host = parsed.GetValue(Host)!,
            Port = parsed.GetValue(Port),
            Open = parsed.GetValue(Open),
            HasPage = !parsed.GetValue(NoPage),
            // others see what is typed
            Token = parsed.GetValue(Token) ?? Environment.GetEnvironmentVariable("COLORIST_TOKEN"),
            Model = parsed.GetValue(Model)!,
            Study = parsed.GetValue(Study),
        }),
        stop);
}
