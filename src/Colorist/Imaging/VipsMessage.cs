using NetVips;

namespace Colorist;

/// <summary>What libvips says when something fails, as one line.</summary>
internal static class VipsMessage
{
    public static string For(VipsException exception)
    {
        var lines = exception.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        // NetVips puts a line of its own before libvips' words.
        return lines.Length == 0 ? "an unknown error of libvips" : lines[Math.Min(1, lines.Length - 1)];
    }
}
