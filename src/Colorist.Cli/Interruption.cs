using System.Runtime.InteropServices;

namespace Colorist.Cli;

/// <summary>
/// Ctrl+C and SIGTERM. The first asks to begin nothing more, the second to drop what is begun, both without a trace of
/// anything half done; the third is the system's, which ends the program at once.
/// </summary>
internal sealed class Interruption : IDisposable
{
    /// <summary>
    /// What shells say after Ctrl+C; the same after SIGTERM, so that whoever starts the command has one number to look
    /// for.
    /// </summary>
    public const int ExitCode = 130;

    private readonly CancellationTokenSource soon = new();
    private readonly CancellationTokenSource now = new();
    private readonly PosixSignalRegistration[] signals;

    public Interruption() => signals =
        [PosixSignalRegistration.Create(PosixSignal.SIGINT, Hear),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Hear)];

    /// <summary>Nothing more is to be begun.</summary>
    public CancellationToken Soon => soon.Token;

    /// <summary>What is begun is to be dropped.</summary>
    public CancellationToken Now => now.Token;

    public void Dispose()
    {
        foreach (var signal in signals) signal.Dispose();
        soon.Dispose();
        now.Dispose();
    }

    private void Hear(PosixSignalContext signal)
    {
        signal.Cancel = !now.IsCancellationRequested;
        (soon.IsCancellationRequested ? now : soon).Cancel();
    }
}
