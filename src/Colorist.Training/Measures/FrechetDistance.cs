using TorchSharp;
using static TorchSharp.torch;

namespace Colorist.Training;

/// <summary>
/// How far apart two crowds of features lie: the Fréchet distance of the normal distributions of the same means and
/// covariances (Dowson and Landau 1982; of pictures' features, Heusel and others 2017).
/// </summary>
internal static class FrechetDistance
{
    // Held here because TorchSharp may lose a temporary scalar during the native call.
    private static readonly Scalar Zero = 0;

    /// <summary>|m₁ − m₂|² + tr(C₁ + C₂ − 2 (C₁C₂)^½).</summary>
    /// <param name="first">N×F, at least two rows.</param>
    /// <param name="second">M×F, at least two rows.</param>
    public static double Between(Tensor first, Tensor second)
    {
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        var (mean1, covariance1) = Normal(first);
        var (mean2, covariance2) = Normal(second);
        var (values, vectors) = linalg.eigh(covariance1);
        var root = vectors.mul(values.clamp_min(Zero).sqrt()).mm(vectors.t()); // C₁^½
        // C₁C₂ and C₁^½ C₂ C₁^½ have the same eigenvalues, and those of the second can be found safely
        var common = linalg.eigvalsh(root.mm(covariance2).mm(root)).clamp_min(Zero).sqrt().sum();
        var apart = mean1.sub(mean2);
        return apart.dot(apart).item<double>() + covariance1.trace().item<double>()
            + covariance2.trace().item<double>() - 2 * common.item<double>();
    }

    private static (Tensor Mean, Tensor Covariance) Normal(Tensor rows)
    {
        var values = rows.to(ScalarType.Float64);
        return (values.mean([0]), cov(values.t()));
    }
}
