using System.Globalization;
using System.Text;

namespace Colorist.Cli;

/// <summary>
/// Text for a terminal: names of files may hold characters that command it, or that turn what stands behind them
/// around.
/// </summary>
internal static class Printable
{
    private const string Turning = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069"; // of bidirectional text

    /// <summary>One line, characters that command written as <c>\u001b</c>.</summary>
    public static string Line(string text) => Escape(text, "");

    /// <summary>The same of a text that may have several lines.</summary>
    public static string Lines(string text) => Escape(text, "\r\n\t");

    private static string Escape(string text, string kept)
    {
        if (!text.Any(Commands)) return text;
        var escaped = new StringBuilder();
        foreach (var letter in text)
        {
            if (Commands(letter)) escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
            else escaped.Append(letter);
        }

        return escaped.ToString();

        bool Commands(char letter) => (char.IsControl(letter) && !kept.Contains(letter)) || Turning.Contains(letter);
    }
}
