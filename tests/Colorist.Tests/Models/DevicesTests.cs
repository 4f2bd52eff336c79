using Microsoft.ML.OnnxRuntime;

namespace Colorist.Tests.Models;

public sealed class DevicesTests
{
    private static readonly string[] CpuBuild = ["CPUExecutionProvider"];
    private static readonly string[] CudaBuild = ["CUDAExecutionProvider", "CPUExecutionProvider"];

    [Fact]
    public void Automatic_InTheProcessorsBuild_IsTheProcessorAndTriesNothing() =>
        Assert.Equal(ComputeDevice.Cpu,
            Devices.Choose(ComputeDevice.Automatic, CpuBuild, _ => throw new InvalidOperationException()));

    [Fact]
    public void Automatic_WithCudaThatWorks_IsCuda() =>
        Assert.Equal(ComputeDevice.Cuda, Devices.Choose(ComputeDevice.Automatic, CudaBuild, _ => { }));

    [Fact]
    public void Automatic_WithCudaThatFails_FallsBackToTheProcessor() =>
        Assert.Equal(ComputeDevice.Cpu,
            Devices.Choose(ComputeDevice.Automatic, CudaBuild, _ => throw new DllNotFoundException("no driver")));

    [Fact]
    public void Cpu_WhereCudaWorks_IsTheProcessor() =>
        Assert.Equal(ComputeDevice.Cpu,
            Devices.Choose(ComputeDevice.Cpu, CudaBuild, _ => throw new InvalidOperationException()));

    [Theory]
    [InlineData(ComputeDevice.Cuda, "Colorist.Runtime.Cuda")]
    [InlineData(ComputeDevice.DirectML, "Microsoft.ML.OnnxRuntime.DirectML")]
    [InlineData(ComputeDevice.CoreML, "macOS")]
    public void Asked_InTheProcessorsBuild_SaysWhatToAdd(ComputeDevice device, string package)
    {
        var error = Assert.Throws<ModelException>(() => Devices.Choose(device, CpuBuild, _ => { }));
        Assert.StartsWith($"{device}: expected ", error.Message, StringComparison.Ordinal);
        Assert.Contains(package, error.Expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "Failed to load library libonnxruntime_providers_cuda.so with error: libcublasLt.so.12: cannot open shared object file: No such file", "the library libcublasLt.so.12")]
    [InlineData(
        "Error loading \"C:\\app\\onnxruntime_providers_cuda.dll\" which depends on \"cudnn64_9.dll\" which is missing.", "the library cudnn64_9.dll")]
    [InlineData("CUDA failure 100: no CUDA-capable device is detected", "a GPU and driver that ONNX Runtime can use")]
    public void Asked_WithALibraryOrGpuMissing_SaysWhichInOneLine(string words, string expected)
    {
        var error = Assert.Throws<ModelException>(
            () => Devices.Choose(ComputeDevice.Cuda, CudaBuild, _ => throw new DllNotFoundException(words)));
        Assert.Equal(expected, error.Expected);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void Load_CudaWithThisBuild_IsRefusedAndAutomaticIsTheProcessor()
    {
        Assert.SkipWhen(
            OrtEnv.Instance().GetAvailableProviders().Contains("CUDAExecutionProvider"), "a build with CUDA");
        var error =
            Assert.Throws<ModelException>(
                () => Colorizer.Load(Repository.Path("models", "resnet18"), new ColorizerOptions
                {
                    Device = ComputeDevice.Cuda
                }));
        Assert.Contains("the one for the processor alone", error.Message, StringComparison.Ordinal);
        using var colorizer = Colorizer.Load(Repository.Path("models", "resnet18"));
        Assert.Equal(ComputeDevice.Cpu, colorizer.Device);
    }
}
