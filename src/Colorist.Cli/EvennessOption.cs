using System.CommandLine;

namespace Colorist.Cli;

/// <summary>The option of the command line that says how far colours even out, for photos and films.</summary>
internal sealed class EvennessOption
{
    private readonly Option<float?> evenness = new("--evenness")
    {
        Description =
            "how far colours even out among neighbours of like lightness, 0 to 0.25 of the picture's side; 0 for the network's own; by default what the model recommends",
    };

    public void AddTo(Command command) => command.Options.Add(evenness);

    /// <exception cref="ArgumentException">It is out of its range.</exception>
    public ColorizerOptions Read(ParseResult parsed, ColorizerOptions options) => parsed.GetValue(evenness) switch
    {
        null => options,
        >= 0 and <= ModelCard.MaxEvenness and var share => options with { Evenness = share },
        var other => throw new ArgumentException(
            $"expected {evenness.Name} 0 to {ModelCard.MaxEvenness}, found {other}"),
    };
}
