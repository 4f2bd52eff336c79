namespace Colorist;

/// <summary>The model that comes with a program.</summary>
public static class ShippedModel
{
    /// <summary>Its folder, beside the program.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "model");
}
