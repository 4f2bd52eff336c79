namespace Colorist.Training.Tests;

/// <summary>Tells of progress at once, where Progress would wait for another thread.</summary>
internal sealed class ImmediateProgress(Action<TrainingReport> report) : IProgress<TrainingReport>
{
    public void Report(TrainingReport value) => report(value);
}
