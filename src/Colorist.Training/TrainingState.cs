namespace Colorist.Training;

/// <summary>What a checkpoint keeps beside weights and optimizer.</summary>
/// <param name="Position">Where the run stands in its pictures.</param>
/// <param name="Steps">Optimizer steps so far.</param>
/// <param name="Seconds">Time spent training so far.</param>
/// <param name="Commit">Version of the program that began the run.</param>
/// <param name="PicturesBefore">Pictures that the weights which the run began with had seen.</param>
/// <param name="Unreported">
/// What the next line of the log will say of the steps so far; null in checkpoints of before.
/// </param>
public sealed record TrainingState(
    DataPosition Position, long Steps, double Seconds, string Commit, long PicturesBefore = 0,
    LossSums? Unreported = null)
{
    /// <summary>Pictures that the weights have seen in this run and before.</summary>
    public long PicturesInAll => PicturesBefore + Position.Seen;

    /// <summary>Before the first step.</summary>
    public static TrainingState Start { get; } = new(DataPosition.Start, 0, 0, ProgramVersion.Commit);
}
