namespace Colorist.Cli;

/// <summary>The model that comes with the program.</summary>
internal static class ShippedModel
{
    /// <summary>Its folder, beside the program.</summary>
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "model");
}
