using System.Runtime.InteropServices;
using System.Text;
using static TorchSharp.torch;

namespace Colorist.Training.Tests;

/// <summary>
/// Material that lies beside the project and is no part of it; tests that need it are skipped where it is missing.
/// </summary>
internal static class SharedFiles
{
    public static string ResNet
    {
        get
        {
            var folder = Repository.Path("..", "shared", "resnet");
            Assert.SkipUnless(Directory.Exists(folder), "needs the trained network in ../shared/resnet");
            return folder;
        }
    }

    /// <summary>
    /// Reads single-precision values from a file of NumPy: the bytes 6 to 9 say how long the text before them is.
    /// </summary>
    public static (long[] Shape, float[] Values) Vector(string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(ResNet, "vectors", name + ".npy"));
        var data = 10 + BitConverter.ToUInt16(bytes, 8);
        var header = Encoding.ASCII.GetString(bytes, 10, data - 10);
        Assert.Contains("'<f4'", header, StringComparison.Ordinal);
        var sides = header.Split('(', ')')[1].Split(',', StringSplitOptions.RemoveEmptyEntries);
        return ([.. sides.Select(long.Parse)], MemoryMarshal.Cast<byte, float>(bytes.AsSpan(data)).ToArray());
    }

    public static Tensor Tensor(string name)
    {
        var (shape, values) = Vector(name);
        return tensor(values, shape);
    }
}
