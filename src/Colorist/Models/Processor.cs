using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Colorist;

/// <summary>What the processor can do that matters for colouring.</summary>
public static class Processor
{
    private const int ExtendedFeatures = 7;
    private const int Avx512VnniBit = 11; // ECX of leaf 7
    private const int AvxVnniBit = 4;     // EAX of leaf 7, subleaf 1

    /// <summary>
    /// Whether it adds up products of 8-bit numbers in one instruction: AVX-512 VNNI, AVX-VNNI or Arm's dot product.
    /// </summary>
    public static bool IsFastWithEightBits { get; } = Dp.IsSupported || (X86Base.IsSupported && HasVnni());

    /// <summary>
    /// The names of the instructions that make colouring fast, those that are there: AVX2, for instance.
    /// </summary>
    public static IReadOnlyList<string> Features { get; } =
    [
        .. Named(Avx2.IsSupported, "AVX2"),
        .. Named(Fma.IsSupported, "FMA"),
        .. Named(Avx512F.IsSupported, "AVX-512"),
        .. Named(IsFastWithEightBits && X86Base.IsSupported, "VNNI"),
        .. Named(AdvSimd.IsSupported, "NEON"),
        .. Named(Dp.IsSupported, "dot product"),
    ];

    private static string[] Named(bool isThere, string name) => isThere ? [name] : [];

    private static bool HasVnni()
    {
        if (X86Base.CpuId(0, 0).Eax < ExtendedFeatures) return false;
        var (subleaves, _, ecx, _) = X86Base.CpuId(ExtendedFeatures, 0);
        if (Avx512F.IsSupported && (ecx >> Avx512VnniBit & 1) == 1) return true;
        return subleaves >= 1 && Avx2.IsSupported && (X86Base.CpuId(ExtendedFeatures, 1).Eax >> AvxVnniBit & 1) == 1;
    }
}
