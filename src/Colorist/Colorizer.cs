namespace Colorist;

/// <summary>Colours black-and-white photographs with a trained model. Load it once and use it often, also from several threads.</summary>
/// <remarks>
/// After Iizuka, Simo-Serra and Ishikawa: Let there be Color! (SIGGRAPH 2016): a global network finds what kind of picture it is, a
/// local network finds what is where, and both together say which colour each place has. The lightness is the photo's own.
/// </remarks>
public sealed class Colorizer : IDisposable
{
    private const float UsualShare = 0.75f; // of the usual looks in colours of every pixel (docs/experiments.md)

    private readonly Model model;
    private readonly int renderSide;
    private readonly bool renderFull;
    private readonly int secondLookFrom;

    private Colorizer(Model model, ColorizerOptions options) =>
        (this.model, renderSide, renderFull, secondLookFrom) =
        (model, options.RenderSide ?? model.Card.RenderSide, options.RenderFull, options.SecondLook ? model.Card.SecondLookFrom : 0);

    /// <summary>What the model says of itself: its labels, data, licence and scores.</summary>
    public ModelCard Card => model.Card;

    /// <summary>What a coloured file says of who computed its colours: this program and the model, by name and commit.</summary>
    public string Signature => $"Colorist, model {Card.Name}, commit {Card.Commit}";

    /// <summary>The moods that come with the model; empty if there are none.</summary>
    /// <exception cref="ModelException">The file of moods is damaged, or one of another model.</exception>
    public IReadOnlyList<Mood> Moods => model.Moods;

    /// <summary>Loads a model.</summary>
    /// <param name="modelPath">The model's folder or its <c>card.json</c>.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <returns>A colorizer; the caller disposes it.</returns>
    /// <exception cref="ModelException">A file of the model is missing, truncated, altered or of another format.</exception>
    public static Colorizer Load(string modelPath, ColorizerOptions? options = null)
    {
        options ??= new ColorizerOptions();
        return new Colorizer(Model.Load(modelPath, options.Threads, options.Precision), options);
    }

    /// <summary>Colours one photo; its lightness stays as it was.</summary>
    /// <param name="photo">Any size, any number of bands; only its lightness is read.</param>
    /// <returns>Same size and bit depth as <paramref name="photo"/>; the caller disposes it.</returns>
    /// <exception cref="PhotoException">The photo cannot be read.</exception>
    /// <exception cref="ModelException">The network failed, for want of memory for instance.</exception>
    public Photo Colorize(Photo photo) => photo.WithChroma(Predict(photo).Chroma, Signature);

    /// <summary>Colours one photo in the colours that one wants.</summary>
    /// <param name="photo">Any size, any number of bands; only its lightness is read.</param>
    /// <param name="look">A style, a mood, a reference, hints; a look that asks for nothing changes nothing.</param>
    /// <returns>Same size and bit depth as <paramref name="photo"/>; the caller disposes it.</returns>
    /// <exception cref="ArgumentException">The style comes from another model, or this model has no global features.</exception>
    /// <exception cref="PhotoException">The photo cannot be read.</exception>
    /// <exception cref="ModelException">The network failed, for want of memory for instance.</exception>
    public Photo Colorize(Photo photo, Look look) => photo.WithChroma(Predict(photo, look).Chroma, Signature);

    /// <summary>Finds the colours of a photo, for whoever wants to look at them or change them before they are painted.</summary>
    /// <param name="photo">Any size, any number of bands; only its lightness is read.</param>
    /// <returns>Its scene and its colours, for <see cref="Photo.WithChroma"/> together with <see cref="Signature"/>.</returns>
    /// <exception cref="PhotoException">The photo cannot be read.</exception>
    /// <exception cref="ModelException">The network failed, for want of memory for instance.</exception>
    public Colours Predict(Photo photo) => Predict(photo, new Look());

    /// <summary>Finds the colours of a photo, of those that one wants.</summary>
    /// <param name="photo">Any size, any number of bands; only its lightness is read.</param>
    /// <param name="look">A style, a mood, a reference, hints; a look that asks for nothing changes nothing.</param>
    /// <returns>The scene it was painted with, the probabilities in it being the photo's own, and its colours.</returns>
    /// <exception cref="ArgumentException">
    /// The style comes from another model, this model has no global features for a style or no curve for vivid colours, or the hints are for a
    /// photo of another size, or hints or a reference meet <see cref="ColorizerOptions.RenderFull"/>.
    /// </exception>
    /// <exception cref="PhotoException">The photo cannot be read.</exception>
    /// <exception cref="ModelException">The network failed, for want of memory for instance.</exception>
    public Colours Predict(Photo photo, Look look)
    {
        ArgumentNullException.ThrowIfNull(look);
        Check(photo, look);
        var small = Render(photo);                                // h×w        L* 0..100, both multiples of 8
        if (look.HintsOnly) return Painted(null, small, HintedChroma.Find(small, look.Hints!, prior: null), look);
        var scene = look.Of(model.Global?.Describe(small));
        var vivid = Curve(look);
        if (look.Reference is null && look.Hints is not { Count: > 0 }) return Predict(photo, small, scene, vivid);
        var wanted = Referenced(small, scene, vivid, look.Reference);                           // 2×h×w
        if (look.Hints is { Count: > 0 } hints) wanted = HintedChroma.Find(small, hints, wanted);
        return Painted(scene, small, wanted, look);
    }

    /// <summary>Makes a picture in colour ready to lend its colours to photos that show the same things.</summary>
    /// <param name="picture">In colour, any size.</param>
    /// <returns>For <see cref="Look.Reference"/>, as often as one likes.</returns>
    /// <exception cref="PhotoException">The picture cannot be read, or is stored without colour.</exception>
    /// <exception cref="ModelException">The network failed, for want of memory for instance.</exception>
    public Reference Refer(Photo picture)
    {
        var small = Render(picture);
        var seen = GuidedChroma.Fit(Plain(small, model.Global?.Describe(small)), small).At(small);
        return new Reference(ReferenceRegion.Of(small, seen, picture.Chroma(small.Width, small.Height)));
    }

    /// <summary>Says what kind of picture a photo is.</summary>
    /// <param name="photo">Any size, any number of bands; only its lightness is read.</param>
    /// <returns>Its global features, and the probabilities of <see cref="Card"/>'s labels.</returns>
    /// <exception cref="InvalidOperationException">The model has no global features.</exception>
    /// <exception cref="PhotoException">The photo cannot be read.</exception>
    /// <exception cref="ModelException">The network failed, for want of memory for instance.</exception>
    public Scene Describe(Photo photo)
    {
        var global = model.Global ?? throw new InvalidOperationException($"The model {Card.Name} has no global features.");
        return global.Describe(Render(photo));
    }

    /// <summary>Frees the model.</summary>
    public void Dispose() => model.Dispose();

    /// <summary>What kind of picture a lightness plane shows; null if the model has no global features.</summary>
    internal Scene? SceneOf(LightnessPlane small) => model.Global?.Describe(small);

    /// <summary>The colours of a lightness plane whose sides are multiples of 8, at half its size.</summary>
    internal ChromaPlanes ChromaOf(LightnessPlane small, Scene? scene, Look? look)
    {
        var vivid = Curve(look);
        if (look?.Reference is null) return Vivid(Plain(small, scene), vivid);
        return Referenced(small, scene, vivid, look.Reference).ResizeTo(small.Width / 2, small.Height / 2);
    }

    private Colours Predict(Photo photo, LightnessPlane small, Scene? scene, ChromaCurve? vivid)
    {
        if (renderFull && secondLookFrom == 0) return PredictFull(photo, scene, vivid);
        var chroma = Vivid(Plain(small, scene), vivid);           // 2×h/2×w/2  real a*b*
        var guided = GuidedChroma.Fit(chroma, small);             // any size   edges follow the lightness
        var usual = new Colours(scene, guided, chroma.Mean());
        return renderFull ? Mixed(PredictFull(photo, scene, vivid), usual) : usual;
    }

    /// <summary>Every pixel for the small things, the usual looks for what they belong to.</summary>
    private static Colours Mixed(Colours full, Colours usual) => new(
        usual.Scene, full.Chroma.MixedWith(usual.Chroma, UsualShare), float.Lerp(full.MeanChroma, usual.MeanChroma, UsualShare));

    private Colours PredictFull(Photo photo, Scene? scene, ChromaCurve? vivid)
    {
        using var lightness = photo.LightnessRows();                                            // H×W, rows at a time
        var chroma = Tiles.Predict(lightness, tile => Vivid(model.Local.Predict(tile, scene), vivid), Card.Reach);   // 2×H/2×W/2
        return new Colours(scene, GuidedChroma.Plain(chroma), chroma.Mean);
    }

    /// <summary>The network's own colours.</summary>
    private ChromaPlanes Plain(LightnessPlane lightness, Scene? scene) => SecondLook.Predict(model.Local, secondLookFrom, lightness, scene);

    private static ChromaPlanes Vivid(ChromaPlanes chroma, ChromaCurve? vivid) => vivid is null ? chroma : vivid.Of(chroma);

    /// <summary>The network's colours at the size of the plane, and a reference's where there is one and places are alike.</summary>
    private ChromaPlanes Referenced(LightnessPlane small, Scene? scene, ChromaCurve? vivid, Reference? reference)
    {
        var seen = GuidedChroma.Fit(Plain(small, scene), small).At(small);
        var wanted = Vivid(seen, vivid);
        return reference is null ? wanted : ReferencedChroma.Find(small, seen, wanted, reference);
    }

    private static Colours Painted(Scene? scene, LightnessPlane small, ChromaPlanes wanted, Look look)
    {
        var guided = GuidedChroma.Fit(wanted, small);
        return new Colours(scene, look.Hints is null ? guided : guided.With(look.Hints), wanted.Mean());
    }

    private void Check(Photo photo, Look look)
    {
        ArgumentNullException.ThrowIfNull(photo);
        look.Hints?.CheckSize(photo.Width, photo.Height);
        if (look.HintsOnly && look.Hints is not { Count: > 0 }) throw new ArgumentException("expected hints for colours of hints only, found none", nameof(look));
        if (renderFull && (look.Hints is not null || look.Reference is not null))
            throw new ArgumentException("expected a render side for hints and references, found every pixel to be rendered", nameof(look));
    }

    private ChromaCurve? Curve(Look? look) =>
        !(look?.Vivid ?? Card.VividByDefault) ? null
        : Card.Vivid is { } points ? new ChromaCurve(points)
        : throw new ArgumentException($"expected a model with a vivid curve, found {Card.Name} without: colorist-train vivid fits one");

    private LightnessPlane Render(Photo photo)
    {
        ArgumentNullException.ThrowIfNull(photo);
        var (width, height) = RenderSize.Of(photo.Width, photo.Height, renderSide);
        return photo.Lightness(width, height);
    }
}
