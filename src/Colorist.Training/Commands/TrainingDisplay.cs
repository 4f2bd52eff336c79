namespace Colorist.Training;

/// <summary>One line per report for whoever watches.</summary>
internal sealed class TrainingDisplay(Recipe recipe) : IProgress<TrainingReport>
{
    public void Report(TrainingReport value)
    {
        var left = TimeSpan.FromSeconds(value.SecondsLeft);
        Console.WriteLine(
            $"{value.Pictures,11:n0} of {recipe.Pictures:n0}  colour {value.ColorLoss:f5}  "
            + (value.SceneLoss is { } scene ? $"scene {scene:f3}  " : "")
            + $"{value.PicturesPerSecond:f1} pictures/s  waiting {value.Waiting:p1}  {(int)left.TotalHours}:{left.Minutes:00} h left"
            + (value.Unreadable > 0 ? $"  {value.Unreadable} unreadable" : ""));
    }
}
