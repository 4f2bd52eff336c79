namespace Colorist.Modelling.Tests;

/// <summary>The paper's network in slow, plain loops: one picture, features as channel × row × column.</summary>
internal sealed class PlainNetwork(FoldedNetwork network)
{
    public Scene Describe(LightnessPlane square)
    {
        var features = Low(square);
        foreach (var (layer, stride) in new[] { ("global.0", 2), ("global.1", 1), ("global.2", 2), ("global.3", 1) })
            features = Relu(Convolve(layer, features, stride));
        var flat = features.Cast<double>().ToArray(); // channel by channel, row by row
        var shared = Relu(Connect("global.fc.1", Relu(Connect("global.fc.0", flat))));
        var scene = Relu(Connect("global.fc.2", shared));
        if (network.Sizes.Classes == 0) return new([.. scene.Select(value => (float)value)], []);
        var logits = Connect("class.1", Relu(Connect("class.0", shared)));
        var sum = logits.Sum(Math.Exp);
        return new(
            [.. scene.Select(value => (float)value)], [.. logits.Select(logit => (float)(Math.Exp(logit) / sum))]);
    }

    /// <returns>Real a* and b*, channel × row × column.</returns>
    public double[,,] Predict(LightnessPlane lightness, Scene? scene)
    {
        var mid = Relu(Convolve("mid.1", Relu(Convolve("mid.0", Low(lightness)))));
        var features = Relu(Convolve("fusion", scene is null ? mid : Prepend(scene.Vector, mid)));
        features = Double(Relu(Convolve("color.0", features)));
        features = Double(Relu(Convolve("color.2", Relu(Convolve("color.1", features)))));
        features = Convolve("color.4", Relu(Convolve("color.3", features)));
        return Map(features, value => (2 / (1 + Math.Exp(-value)) - 1) * 100);
    }

    private double[,,] Low(LightnessPlane lightness)
    {
        var features = new double[1, lightness.Height, lightness.Width];
        for (var y = 0; y < lightness.Height; y++)
            for (var x = 0; x < lightness.Width; x++)
                features[0, y, x] = Input(lightness.Values[y * lightness.Width + x]);
        for (var i = 0; i < 6; i++) features = Relu(Convolve($"low.{i}", features, stride: i % 2 == 0 ? 2 : 1));
        return features;
    }

    private double Input(float lightness) => network.Sizes is NetworkSizes { LumaMean: { } mean }
        ? CieLab.Encode(CieLab.LuminanceOf(lightness)) - mean
        : lightness / 100.0 - 0.445;

    private double[,,] Convolve(string name, double[,,] input, int stride = 1)
    {
        var (shape, weight, bias) = network.Layers[name];
        var (outputs, inputs, kernel) = ((int)shape[0], (int)shape[1], (int)shape[2]);
        var (rows, columns) = (input.GetLength(1), input.GetLength(2));
        var output = new double[outputs, (rows - 1) / stride + 1, (columns - 1) / stride + 1];
        for (var o = 0; o < outputs; o++)
            for (var y = 0; y < output.GetLength(1); y++)
                for (var x = 0; x < output.GetLength(2); x++)
                {
                    double sum = bias[o];
                    for (var i = 0; i < inputs; i++)
                        for (var ky = 0; ky < kernel; ky++)
                            for (var kx = 0; kx < kernel; kx++)
                            {
                                var (row, column) = (y * stride + ky - kernel / 2, x * stride + kx - kernel / 2);
                                if (row < 0 || row >= rows || column < 0 || column >= columns) continue;
                                sum += input[i, row, column] * weight[((o * inputs + i) * kernel + ky) * kernel + kx];
                            }
                    output[o, y, x] = sum;
                }
        return output;
    }

    private double[] Connect(string name, double[] input)
    {
        var (shape, weight, bias) = network.Layers[name];
        return [.. Enumerable.Range(0, (int)shape[0]).Select(Sum)];

        double Sum(int output) =>
            bias[output] + input.Select((value, i) => value * weight[output * input.Length + i]).Sum();
    }

    private static double[,,] Prepend(float[] vector, double[,,] planes)
    {
        var all = new double[vector.Length + planes.GetLength(0), planes.GetLength(1), planes.GetLength(2)];
        Fill(all, (c, y, x) => c < vector.Length ? vector[c] : planes[c - vector.Length, y, x]);
        return all;
    }

    private static double[,,] Double(double[,,] input)
    {
        var doubled = new double[input.GetLength(0), 2 * input.GetLength(1), 2 * input.GetLength(2)];
        Fill(doubled, (c, y, x) => input[c, y / 2, x / 2]);
        return doubled;
    }

    private static double[,,] Map(double[,,] input, Func<double, double> function)
    {
        var mapped = new double[input.GetLength(0), input.GetLength(1), input.GetLength(2)];
        Fill(mapped, (c, y, x) => function(input[c, y, x]));
        return mapped;
    }

    private static double[,,] Relu(double[,,] input) => Map(input, value => Math.Max(0, value));

    private static double[] Relu(double[] input) => Array.ConvertAll(input, value => Math.Max(0, value));

    private static void Fill(double[,,] features, Func<int, int, int, double> value)
    {
        for (var c = 0; c < features.GetLength(0); c++)
            for (var y = 0; y < features.GetLength(1); y++)
                for (var x = 0; x < features.GetLength(2); x++)
                    features[c, y, x] = value(c, y, x);
    }
}
