using System.Globalization;

namespace Colorist;

/// <summary>
/// One hue that becomes another: <c>blue->brown:0.6</c>. Lightness and C*ab of what is wholly changed stay.
/// </summary>
public sealed record HueShift
{
    private const string Arrow = "->";

    /// <summary>Makes a shift.</summary>
    /// <param name="from">
    /// A hue: red, skin, brown, orange, yellow, green, cyan, blue, purple, magenta or pink; all hues within 20 degrees
    /// of it, less and less up to 50.
    /// </param>
    /// <param name="to">A hue, or grey.</param>
    /// <param name="share">0, not at all, to 1, all the way: between them the colours are mixed in a*b*.</param>
    /// <exception cref="ArgumentException">There is no such hue, or the share is out of its range.</exception>
    public HueShift(string from, string to, float share = 1)
    {
        if (Hues.Angle(from) is null) throw new ArgumentException($"expected a hue to begin with, found {from}");
        _ = Hues.Angle(to);
        if (!(share >= 0 && share <= 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "expected 0..1");
        (From, To, Share) = (from, to, share);
    }

    /// <summary>The hue that is changed.</summary>
    public string From { get; }

    /// <summary>The hue that it becomes, or grey.</summary>
    public string To { get; }

    /// <summary>0..1.</summary>
    public float Share { get; }

    /// <summary>Reads <c>blue->brown</c> or <c>blue->brown:0.6</c>.</summary>
    /// <exception cref="ArgumentException">It is something else.</exception>
    public static HueShift Parse(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var (share, hues) = (1f, typed);
        if (typed.LastIndexOf(':') is > 0 and var mark)
        {
            hues = typed[..mark];
            if (!float.TryParse(typed.AsSpan(mark + 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
                out share) || share > 1)
                throw new ArgumentException($"expected a share 0 to 1 behind the colon, found {typed}");
        }

        return hues.Split(Arrow) is [var from, var to]
            ? new HueShift(from.Trim(), to.Trim(), share)
            : throw new ArgumentException(
                $"expected two hues as in \"blue->brown:0.6\", in quotation marks, found {typed}");
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From}{Arrow}{To}:{Share}");
}
