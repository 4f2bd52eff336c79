namespace Colorist.Tests;

/// <summary>
/// The shipped models, each loaded once for all golden pictures, on one thread so that sums keep their order.
/// </summary>
public sealed class GoldenModels : IDisposable
{
    private readonly Dictionary<(string, ColorizerOptions), Colorizer> loaded = [];

    /// <summary>
    /// Every precision of every model; "automatic" is not among them, because it differs from processor to processor.
    /// </summary>
    public static IReadOnlyList<string> Names { get; } = ["iizuka-half", "resnet18", "resnet18-8bit"];

    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="options">
    /// Precision and threads are replaced; colours are the network's own unless they say otherwise.
    /// </param>
    /// <returns>A colorizer that lives as long as this.</returns>
    public Colorizer this[string name, ColorizerOptions? options = null]
    {
        get
        {
            options = (options ?? new()) with
            {
                Threads = 1,
                Evenness = options?.Evenness ?? 0,
                Precision = name.EndsWith("-8bit", StringComparison.Ordinal) ? Precision.EightBits : Precision.Full
            };
            if (!loaded.TryGetValue((name, options), out var colorizer))
                loaded[(name, options)] = colorizer = Colorizer.Load(
                    Repository.Path("models", name.Replace("-8bit", "", StringComparison.Ordinal)), options);
            return colorizer;
        }
    }

    public void Dispose()
    {
        foreach (var colorizer in loaded.Values) colorizer.Dispose();
    }
}
