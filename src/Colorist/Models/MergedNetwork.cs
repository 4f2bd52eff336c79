using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Colorist;

/// <summary>
/// Two models whose colours are averaged, a* with a* and b* with b*. Each sees the picture at its own size, with its
/// own scene and second look, and gives the colours that it gives by default.
/// </summary>
internal sealed class MergedNetwork : IColorNetwork
{
    private readonly Part first, second;
    private readonly Part seeing;
    private readonly float share;

    /// <param name="first">Disposed with the merge, as the second is.</param>
    /// <param name="second">Another model, or the same from another folder.</param>
    /// <param name="share">Of the second, 0..1.</param>
    public MergedNetwork(Model first, Model second, float share)
    {
        (this.first, this.second, this.share) =
            (new Part(first, 0), new Part(second, first.Card.GlobalFeatures), share);
        seeing = this.first.Sees >= this.second.Sees ? this.first : this.second;
        Card = Described(first.Card, second.Card, seeing.Model.Card, share);
    }

    /// <summary>What the merge says of itself.</summary>
    public ModelCard Card { get; }

    public NetworkShape Shape => Card.Shape;

    /// <summary>Each part sees the picture at its own size, and one of a fixed size whole.</summary>
    public bool TakesTiles => false;

    /// <summary>The scenes of both, one after the other.</summary>
    public Scene Describe(LightnessPlane lightness)
    {
        var scenes = new[] { first, second }.Select(part => part.Model.Global?.Describe(lightness)).OfType<Scene>()
            .ToList();
        return new Scene([.. scenes.SelectMany(scene => scene.Vector)], scenes[0].Probabilities);
    }

    public ChromaPlanes Predict(LightnessPlane lightness, Scene? scene)
    {
        ArgumentNullException.ThrowIfNull(lightness);
        if ((scene?.Vector.Length ?? 0) != Card.GlobalFeatures)
            throw new ArgumentException(
                $"expected a scene of {Card.GlobalFeatures} global features, found {scene?.Vector.Length ?? 0}",
                nameof(scene));
        var (width, height) = Shape.ChromaSize(lightness.Width, lightness.Height);
        var one = first.Predict(lightness, scene, first == seeing).ResizeTo(width, height);
        var other = second.Predict(lightness, scene, second == seeing).ResizeTo(width, height);
        return new ChromaPlanes(width, height, Mean(one.A, other.A), Mean(one.B, other.B));
    }

    public void Dispose()
    {
        first.Model.Dispose();
        second.Model.Dispose();
    }

    private float[] Mean(float[] one, float[] other) =>
        [.. one.Zip(other, (left, right) => float.Lerp(left, right, share))];

    /// <summary>A card in memory only.</summary>
    private static ModelCard Described(ModelCard first, ModelCard second, ModelCard seeing, float share)
    {
        var text = share.ToString(CultureInfo.InvariantCulture);
        var hash = SHA256.HashData(Encoding.ASCII.GetBytes($"{first.WeightsSha256}+{second.WeightsSha256}:{text}"));
        return new ModelCard
        {
            Name = $"{first.Name}+{second.Name}:{text}",
            Description = $"The mean of the colours of {first.Name} and, with a share of {text}, of {second.Name}.",
            Family = $"{first.Family}+{second.Family}",
            Shape = seeing.Shape with { TakesScene = first.HasGlobal || second.HasGlobal },
            RenderSide = seeing.RenderSide,
            Evenness = float.Lerp(first.Evenness, second.Evenness, share),
            GlobalFeatures = first.GlobalFeatures + second.GlobalFeatures,
            Labels = first.HasGlobal ? first.Labels : second.Labels,
            Licence = $"{first.Name}: {first.Licence}; {second.Name}: {second.Licence}",
            Data = $"{first.Name}: {first.Data}; {second.Name}: {second.Data}",
            DataTerms = $"{first.Name}: {first.DataTerms}; {second.Name}: {second.DataTerms}",
            Commit = null,
            PicturesSeen = 0,
            Created = first.Created,
            Files = [new ModelFile(ModelFile.Weights, 0, Convert.ToHexStringLower(hash))],
        };
    }

    /// <param name="Model">One of the two.</param>
    /// <param name="From">Where its scene begins in that of the merge.</param>
    private sealed record Part(Model Model, int From)
    {
        private readonly ChromaCurve? vivid = Model.Card is { VividByDefault: true, Vivid: { } points }
            ? new ChromaCurve(points)
            : null;

        /// <summary>Whose planes show more: those of any size, then the larger square.</summary>
        public int Sees => Model.Card.Shape.FixedSide ?? int.MaxValue;

        /// <param name="lightness">As the merge sees it.</param>
        /// <param name="scene">Of the merge.</param>
        /// <param name="isOwn">Whether the plane has the size that this part asked for.</param>
        public ChromaPlanes Predict(LightnessPlane lightness, Scene? scene, bool isOwn)
        {
            var card = Model.Card;
            var (width, height) = RenderSize.For(lightness.Width, lightness.Height, card.RenderSide, card.Shape);
            var own = card.HasGlobal
                ? new Scene(scene!.Vector[From..(From + card.GlobalFeatures)], scene.Probabilities)
                : null;
            var plane = isOwn ? lightness : lightness.ResizeTo(width, height);
            var chroma = SecondLook.Predict(Model.Local, card.SecondLookFrom, plane, own);
            return vivid is null ? chroma : vivid.Apply(chroma);
        }
    }
}
