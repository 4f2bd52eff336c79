using System.Diagnostics;

namespace Colorist;

/// <summary>One run of ffmpeg with pipes at its input and output. Disposing ends it, finished or not.</summary>
internal sealed class FfmpegRun : IDisposable
{
    private const int LinesKept = 20;
    private const int LastOwnExitCode = 128; // what is above was a signal, or an error of the system from ffmpeg 6.1 on
    private const int InvalidData = 183; // of the file, from ffmpeg 6.1 on

    // libgcrypt beside ffmpeg, where no memory may be locked, as in some containers: nothing about a film
    private const string NoLockedMemory = "Warning: using insecure memory!";

    private readonly Process process;
    private readonly Queue<string> lines = new();
    private readonly Task drained;

    /// <param name="arguments">Without the program's name.</param>
    /// <param name="told">Hears each line of warnings and errors, on another thread; may be null.</param>
    /// <exception cref="FilmException">There is no ffmpeg on the PATH.</exception>
    public FfmpegRun(IEnumerable<string> arguments, Action<string>? told = null)
    {
        process = Ffmpeg.Start("ffmpeg", ["-nostdin", "-hide_banner", "-v", "error", .. arguments]);
        drained = Task.Run(() => Drain(told));
    }

    /// <summary>Standard input.</summary>
    public Stream Input => process.StandardInput.BaseStream;

    /// <summary>Standard output.</summary>
    public Stream Output => process.StandardOutput.BaseStream;

    /// <summary>Closes the input and waits for the end.</summary>
    /// <returns>What ffmpeg said, in one line, if it failed; null if all went well.</returns>
    public string? Finish()
    {
        try
        {
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it read everything; its exit code tells.
        }

        process.WaitForExit();
        drained.Wait();
        return process.ExitCode == 0
            ? null
            : Messages() is { Length: > 0 } words ? words : $"exit code {process.ExitCode} of ffmpeg, without a word";
    }

    /// <summary>
    /// Whether it was ended from outside, once <see cref="Finish"/> told of a failure: killed, for want of memory for
    /// instance, not stopped by what it read.
    /// </summary>
    public bool WasEnded => process.ExitCode is < 0 or > LastOwnExitCode and not InvalidData;

    /// <summary>What ffmpeg said so far, in one line.</summary>
    public string Messages()
    {
        lock (lines) return string.Join("; ", lines.Distinct());
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }

    private void Drain(Action<string>? told)
    {
        while (process.StandardError.ReadLine() is { } line)
        {
            line = line.Trim();
            if (line.Length == 0 || line == NoLockedMemory) continue;
            told?.Invoke(line);
            lock (lines)
            {
                lines.Enqueue(line);
                if (lines.Count > LinesKept) lines.Dequeue();
            }
        }
    }
}
