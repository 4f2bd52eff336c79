namespace Colorist;

/// <summary>What the networks compute on.</summary>
public enum ComputeDevice
{
    /// <summary>
    /// The default: a GPU where ONNX Runtime's build for CUDA or DirectML was put beside the program and works, else
    /// the processor.
    /// </summary>
    Automatic,

    /// <summary>The processor.</summary>
    Cpu,

    /// <summary>
    /// An NVIDIA GPU: needs the package Microsoft.ML.OnnxRuntime.Gpu.Linux or .Windows, CUDA and cuDNN.
    /// </summary>
    Cuda,

    /// <summary>Any GPU of a Windows machine: needs the package Microsoft.ML.OnnxRuntime.DirectML.</summary>
    DirectML,

    /// <summary>A Mac's GPU and neural engine, by what ONNX Runtime has for it on macOS.</summary>
    CoreML,
}
