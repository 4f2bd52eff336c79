using System.Text;

namespace Colorist.Cli;

/// <summary>
/// Standard output or error that never ends the work: where it cannot be written, on a full disk for instance, the rest
/// is left unsaid, and the exit code says so. Whole lines hold no characters that command a terminal; progress bars are
/// written otherwise.
/// </summary>
/// <param name="inner">The real one.</param>
internal sealed class SafeWriter(TextWriter inner) : TextWriter
{
    private static volatile string? fault;

    public override Encoding Encoding => inner.Encoding;

    /// <summary>Puts one before standard output and one before standard error.</summary>
    public static void Install()
    {
        Console.SetOut(new SafeWriter(Console.Out));
        Console.SetError(new SafeWriter(Console.Error));
    }

    /// <summary>The exit code of what was done: no success where something had to be left unsaid.</summary>
    public static int ExitCode(int code)
    {
        if (fault is null) return code;
        // one of them may take it
        Console.Error.WriteLine($"colorist: expected standard output and error that can be written, found {fault}");
        return code == 0 ? 1 : code;
    }

    public override void Write(char value) => Try(() => inner.Write(value));

    public override void Write(char[] buffer, int index, int count) => Try(() => inner.Write(buffer, index, count));

    public override void Write(string? value) => Try(() => inner.Write(value));

    public override void WriteLine(string? value) => Try(() => inner.WriteLine(Printable.Lines(value ?? "")));

    public override void Flush() => Try(inner.Flush);

    private static void Try(Action write)
    {
        try
        {
            write();
        }
        catch (IOException exception)
        {
            fault = exception.Message;
        }
    }
}
