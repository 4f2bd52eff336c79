using ScottPlot;

namespace Colorist.Training;

/// <summary>Draws how a training run went, from its log.</summary>
public static class LossPlot
{
    private const int Width = 1000;
    private const int Height = 900;

    /// <summary>
    /// Draws, over the number of pictures seen, a panel for each that the log has: the colour loss and the scene loss
    /// (thin as logged, thick smoothed), and the a*b* RMSE of the validations with that of pictures left grey as a
    /// dashed line.
    /// </summary>
    /// <param name="logPath">A training log as <see cref="TrainingLog.Read"/> takes it.</param>
    /// <param name="pngPath">PNG file; it appears, or is replaced, once it is whole.</param>
    /// <param name="last">A validation that the log does not have yet; null if it has all.</param>
    /// <exception cref="InvalidDataException">The log is not one, or has no line yet.</exception>
    /// <exception cref="IOException">The log cannot be read or the picture not be written.</exception>
    public static void Draw(string logPath, string pngPath, TrainingValidation? last = null)
    {
        var log = TrainingLog.Read(logPath);
        if (last is not null) log = log with { Validations = [.. log.Validations, last] };
        var panels = new List<Plot>();
        if (log.Steps.Count > 0)
            panels.Add(LossPanel("colour loss", log, step => step.ColorLoss, ScottPlot.Colors.SteelBlue));
        if (log.Steps.Any(step => step.SceneLoss is not null))
            panels.Add(LossPanel("scene loss", log, step => step.SceneLoss, ScottPlot.Colors.DarkOrange));
        if (log.Validations.Count > 0) panels.Add(ValidationPanel(log));
        if (panels.Count == 0)
            throw new InvalidDataException($"{logPath}: expected lines with losses or validations, found none");
        panels[^1].XLabel("pictures seen");
        var pictures = log.Steps.Select(step => step.Pictures)
            .Concat(log.Validations.Select(validation => validation.Pictures)).Max();
        foreach (var panel in panels) Align(panel, pictures);
        var sheet = new Multiplot();
        sheet.RemovePlot(sheet.GetPlot(0));
        panels.ForEach(sheet.AddPlot);
        AtomicFile.Write(pngPath, beside => sheet.SavePng(beside, Width, Height * panels.Count / 3));
    }

    private static Plot LossPanel(string name, TrainingLog log, Func<TrainingStep, double?> loss, Color color)
    {
        var steps = log.Steps.Where(step => loss(step) is not null).ToArray();
        var pictures = steps.Select(step => (double)step.Pictures).ToArray();
        var losses = steps.Select(step => loss(step)!.Value).ToArray();
        var plot = new Plot();
        plot.YLabel(name);
        Line(plot, pictures, losses, color.WithAlpha(0.3), width: 1);
        Line(plot, pictures, Smoothed(losses), color, width: 2);
        return plot;
    }

    private static Plot ValidationPanel(TrainingLog log)
    {
        var pictures = log.Validations.Select(validation => (double)validation.Pictures).ToArray();
        var plot = new Plot();
        plot.YLabel("validation a*b* RMSE");
        var model = Line(plot, pictures, [.. log.Validations.Select(validation => validation.AbRmse)],
            ScottPlot.Colors.ForestGreen, width: 2);
        model.MarkerSize = 6;
        model.LegendText = "model";
        if (log.Validations[^1].GreyAbRmse is { } grey)
        {
            var floor =
                plot.Add.HorizontalLine(grey, width: 2, color: ScottPlot.Colors.Gray, pattern: LinePattern.Dashed);
            floor.LegendText = "left grey";
        }
        plot.ShowLegend(Alignment.UpperRight);
        return plot;
    }

    private static void Align(Plot panel, long pictures)
    {
        panel.Axes.SetLimitsX(0, pictures * 1.02);
        panel.Axes.Left.MinimumSize = 80;
        panel.Axes.Left.MaximumSize = 80;
    }

    private static ScottPlot.Plottables.Scatter Line(
        Plot plot, double[] pictures, double[] values, Color color, float width)
    {
        var line = plot.Add.Scatter(pictures, values, color);
        line.LineWidth = width;
        line.MarkerSize = 0;
        return line;
    }

    /// <summary>The mean of each value and its neighbours, together about a twenty-fifth of the log.</summary>
    private static double[] Smoothed(double[] values)
    {
        var reach = values.Length / 50;
        var smoothed = new double[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            // as many on the left as on the right, or the ends bend
            var near = Math.Min(reach, Math.Min(i, values.Length - 1 - i));
            smoothed[i] = values.AsSpan(i - near, 2 * near + 1).ToArray().Average();
        }
        return smoothed;
    }
}
