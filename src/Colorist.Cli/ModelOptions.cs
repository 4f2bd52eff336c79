using System.CommandLine;
using System.Globalization;
using Colorist.CommandLine;

namespace Colorist.Cli;

/// <summary>
/// The options of the command line that say which model colours photos, how much it sees of them, and what it computes
/// with.
/// </summary>
internal sealed class ModelOptions
{
    private readonly MachineOptions machine = new();
    private readonly EvennessOption evenness = new();
    private readonly Option<string> model = new("--model")
    {
        Description = "name or folder of a model, see model list; A+B:0.4 for the mean of two",
        DefaultValueFactory = _ => ShippedModel.Folder,
    };

    private readonly Option<string?> render = new("--render")
    {
        Description =
            "the network sees a photo at about this many pixels squared, 32 to 4096; or full, for every pixel, in tiles",
    };

    private readonly Option<Precision> numbers = new Option<Precision>("--precision")
    {
        Description =
            "full, half, eightBits, or automatic: half on a GPU, 8 bits where the processor is fast with them",
        DefaultValueFactory = _ => Precision.Automatic,
    }.ByName();

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[model, render, numbers]) command.Options.Add(option);
        evenness.AddTo(command);
        machine.AddTo(command);
    }

    /// <summary>Loads what is asked for.</summary>
    /// <returns>The caller disposes it.</returns>
    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    /// <exception cref="ModelException">The model cannot be loaded.</exception>
    public Colorizer Open(ParseResult parsed) => Colorizer.Load(
        parsed.GetValue(model)!,
        machine.Read(parsed, evenness.Read(parsed, Rendered(parsed.GetValue(render)))) with
        {
            Precision = parsed.GetValue(numbers)
        });

    /// <summary>Photos at a time; 0 for as many as keep the cores busy.</summary>
    /// <exception cref="ArgumentException">A negative number.</exception>
    public int Threads(ParseResult parsed) => machine.Threads(parsed);

    private ColorizerOptions Rendered(string? size) => size switch
    {
        null => new ColorizerOptions(),
        "full" => new ColorizerOptions { RenderFull = true },
        _ when Side(size) is >= RenderSize.MinSide and <= RenderSize.MaxSide and var side => new ColorizerOptions
        {
            RenderSide = side
        },
        _ => throw new ArgumentException(
            $"expected {render.Name} {RenderSize.MinSide} to {RenderSize.MaxSide} or full, found {size}"),
    };

    private static int? Side(string size) =>
        int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var side) ? side : null;
}
