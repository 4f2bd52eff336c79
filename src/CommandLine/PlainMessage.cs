namespace Colorist.CommandLine;

/// <summary>What exceptions say, without what the framework adds for programmers.</summary>
internal static class PlainMessage
{
    /// <summary>
    /// In one line; of an argument without its name in the code, and with the value that was found if it is out of
    /// range.
    /// </summary>
    public static string Line(Exception exception)
    {
        var words = exception is ArgumentException ? exception.Message.Split(" (Parameter '", 2)[0] : exception.Message;
        if (exception is ArgumentOutOfRangeException { ActualValue: { } value }
            && !words.Contains(", found ", StringComparison.Ordinal))
            words = FormattableString.Invariant($"{words}, found {value}");
        return words.ReplaceLineEndings(" ");
    }
}
