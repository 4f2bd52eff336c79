namespace Colorist;

/// <summary>
/// Colours black-and-white photographs with a trained model. Load it once and use it often, also from several threads.
/// </summary>
/// <remarks>
/// After Iizuka, Simo-Serra and Ishikawa: Let there be Color! (SIGGRAPH 2016): a global network finds what kind of
/// picture it is, a local network finds what is where, and both together say which colour each place has. The lightness
/// is the photo's own.
/// </remarks>
public sealed class Colorizer : IDisposable
{
    private const float UsualShare = 0.75f; // of the usual looks in colours of every pixel (docs/record/experiments.md)

    /// <summary>The least number of <see cref="Candidates(Photo, int, Look?, CancellationToken)"/>.</summary>
    public const int MinCandidates = 2;

    /// <summary>The greatest number of <see cref="Candidates(Photo, int, Look?, CancellationToken)"/>.</summary>
    public const int MaxCandidates = 9;

    private readonly Model model;
    private readonly int renderSide;
    private readonly int secondLookFrom;
    private readonly float evenness;
    private bool disposed;

    private Colorizer(Model model, ColorizerOptions options)
    {
        (this.model, Options, Admission) = (model, options, new Admission(options.Threads));
        renderSide = options.RenderSide ?? model.Card.RenderSide;
        secondLookFrom = options.SecondLook ? model.Card.SecondLookFrom : 0;
        evenness = options.Evenness ?? model.Card.Evenness;
    }

    /// <summary>What the model says of itself: its labels, data, licence and scores.</summary>
    public ModelCard Card => model.Card;

    /// <summary>How it works, as it was loaded.</summary>
    public ColorizerOptions Options { get; }

    /// <summary>
    /// What the networks compute on: what was asked for, or what <see cref="ComputeDevice.Automatic"/> found.
    /// </summary>
    public ComputeDevice Device => model.Device;

    /// <summary>
    /// What a coloured file says of who computed its colours: this program and the model, by name and, if it has one,
    /// commit, or by the SHA-256 of weights from elsewhere.
    /// </summary>
    public string Signature => $"Colorist, model {Card.Name}"
        + (Card.Source is not null
            ? $", SHA-256 {Card.WeightsSha256[..12]}"
            : Card.Commit is null ? "" : $", commit {Card.Commit}");

    /// <summary>The moods that come with the model; empty if there are none.</summary>
    /// <exception cref="ModelException">The file of moods is damaged, or one of another model.</exception>
    public IReadOnlyList<Mood> Moods => model.Moods;

    /// <summary>Loads a model.</summary>
    /// <param name="modelPath">
    /// A name, a folder, its <c>card.json</c> or a merge, as <see cref="Model.Load"/> takes them.
    /// </param>
    /// <param name="options">Null for the defaults.</param>
    /// <returns>A colorizer; the caller disposes it.</returns>
    /// <exception cref="ArgumentException">
    /// Every pixel is to be rendered, and the model sees whole pictures only.
    /// </exception>
    /// <exception cref="ModelException">
    /// A file of the model is missing, truncated, altered or of another format, or the device that is asked for cannot
    /// be used.
    /// </exception>
    public static Colorizer Load(string modelPath, ColorizerOptions? options = null)
    {
        options ??= new ColorizerOptions();
        var model = Model.Load(modelPath, options.Threads, options.Precision, options.Device);
        if (!options.RenderFull || model.Local.TakesTiles) return new Colorizer(model, options);
        model.Dispose();
        throw new ArgumentException(
            $"expected a model that takes tiles for every pixel, found {model.Card.Name}, which sees whole pictures only");
    }

    /// <summary>Colours one photo; its lightness stays as it was.</summary>
    /// <param name="photo">Any size, any number of bands; only its lightness is read.</param>
    /// <param name="look">Which colours are wanted; null for the network's own.</param>
    /// <param name="stop">Stops the work.</param>
    /// <returns>Same size and bit depth as <paramref name="photo"/>; the caller disposes it.</returns>
    /// <exception cref="ArgumentException">
    /// The look cannot be had: see <see cref="Look.CheckFor"/>; or its hints are for another size.
    /// </exception>
    /// <exception cref="PhotoException">The photo cannot be read.</exception>
    /// <exception cref="ModelException">The network failed, for want of memory for instance.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public Photo Colorize(Photo photo, Look? look = null, CancellationToken stop = default) =>
        photo.WithChroma(Predict(photo, look, stop).Chroma, Signature);

    /// <summary>The same, waiting for the network without holding a thread.</summary>
    /// <inheritdoc cref="Colorize"/>
    public async Task<Photo> ColorizeAsync(Photo photo, Look? look = null, CancellationToken stop = default) =>
        photo.WithChroma((await PredictAsync(photo, look, stop).ConfigureAwait(false)).Chroma, Signature);

    /// <summary>
    /// Finds the colours of a photo, for whoever wants to look at them or change them before they are painted.
    /// </summary>
    /// <param name="photo">Any size, any number of bands; only its lightness is read.</param>
    /// <param name="look">Which colours are wanted; null for the network's own.</param>
    /// <param name="stop">Stops the work.</param>
    /// <returns>
    /// The scene it was painted with, the probabilities in it being the photo's own, and its colours, for
    /// <see cref="Photo.WithChroma"/> together with <see cref="Signature"/>.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// The look cannot be had: see <see cref="Look.CheckFor"/>; or its hints are for another size.
    /// </exception>
    /// <exception cref="PhotoException">The photo cannot be read.</exception>
    /// <exception cref="ModelException">The network failed, for want of memory for instance.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public Colors Predict(Photo photo, Look? look = null, CancellationToken stop = default)
    {
        look = Checked(photo, look);
        var small = Render(photo, stop);
        using var pass = Admission.Enter(stop);
        return Predict(photo, small, look, stop);
    }

    /// <summary>The same, waiting for the network without holding a thread.</summary>
    /// <inheritdoc cref="Predict(Photo, Look?, CancellationToken)"/>
    public async Task<Colors> PredictAsync(Photo photo, Look? look = null, CancellationToken stop = default)
    {
        look = Checked(photo, look);
        var small = await Task.Run(() => Render(photo, stop), stop).ConfigureAwait(false);
        using var pass = await Admission.EnterAsync(stop).ConfigureAwait(false);
        return await Task.Run(() => Predict(photo, small, look, stop), stop).ConfigureAwait(false);
    }

    /// <summary>
    /// Finds the colours of a photo and keeps them for strokes that are still to come, as in a program to paint with.
    /// </summary>
    /// <param name="photo">Any size, any number of bands; only its lightness is read, now.</param>
    /// <param name="look">
    /// Which colours are wanted, without hints; null for the network's own. Its tone and saturation come in with
    /// <see cref="Painting.Find"/>.
    /// </param>
    /// <param name="stop">Stops the work.</param>
    /// <exception cref="ArgumentException">
    /// The look cannot be had, see <see cref="Look.CheckFor"/>, has hints, or every pixel is rendered.
    /// </exception>
    /// <exception cref="PhotoException">The photo cannot be read.</exception>
    /// <exception cref="ModelException">The network failed, for want of memory for instance.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<Painting> PaintAsync(Photo photo, Look? look = null, CancellationToken stop = default)
    {
        if (look is { Hints: not null } or { HintsOnly: true })
            throw new ArgumentException("expected a look without hints, found some", nameof(look));
        if (Options.RenderFull)
            throw new ArgumentException("expected a render side for hints, found every pixel to be rendered");
        look = Checked(photo, look);
        var small = await Task.Run(() => Render(photo, stop), stop).ConfigureAwait(false);
        using var pass = await Admission.EnterAsync(stop).ConfigureAwait(false);
        return await Task.Run(() => Painting(small, look, stop), stop).ConfigureAwait(false);
    }

    /// <summary>
    /// Finds several different colourings of one photo, each of colours that photographs of the same kind have
    /// together.
    /// </summary>
    /// <param name="photo">Any size, any number of bands; only its lightness is read.</param>
    /// <param name="count">2..9: the usual colouring and so many more; less where fewer are known.</param>
    /// <param name="look">
    /// What is wanted beside them, without a palette or mask; null for nothing. Hints, tone and saturation are left to
    /// whoever paints.
    /// </param>
    /// <param name="stop">Stops the work.</param>
    /// <returns>
    /// The usual colouring first. What is where is looked at once, so that each further one costs less than half of the
    /// first.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is out of its range.</exception>
    /// <exception cref="ArgumentException">
    /// No palettes come with the model, the look has one itself, a mask or hints only, or every pixel is rendered.
    /// </exception>
    /// <exception cref="PhotoException">The photo cannot be read.</exception>
    /// <exception cref="ModelException">The network failed, for want of memory for instance.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public IReadOnlyList<Candidate> Candidates(
        Photo photo, int count = 5, Look? look = null, CancellationToken stop = default)
    {
        look = CheckedForCandidates(photo, count, look);
        var small = Render(photo, stop);
        using var pass = Admission.Enter(stop);
        return Candidates(small, count, look, stop);
    }

    /// <summary>The same, waiting for the network without holding a thread.</summary>
    /// <inheritdoc cref="Candidates(Photo, int, Look?, CancellationToken)"/>
    public async Task<IReadOnlyList<Candidate>> CandidatesAsync(
        Photo photo, int count = 5, Look? look = null, CancellationToken stop = default)
    {
        look = CheckedForCandidates(photo, count, look);
        var small = await Task.Run(() => Render(photo, stop), stop).ConfigureAwait(false);
        using var pass = await Admission.EnterAsync(stop).ConfigureAwait(false);
        return await Task.Run(() => Candidates(small, count, look, stop), stop).ConfigureAwait(false);
    }

    /// <summary>
    /// Finds how unsure the colours of a photo are: how far those in other palettes, as photographs of the same kind
    /// have, are from the usual ones.
    /// </summary>
    /// <param name="photo">Any size, any number of bands; only its lightness is read.</param>
    /// <param name="stop">Stops the work.</param>
    /// <returns>Of the model's own colours; no look has a say in it.</returns>
    /// <exception cref="ArgumentException">No palettes come with the model.</exception>
    /// <exception cref="PhotoException">The photo cannot be read.</exception>
    /// <exception cref="ModelException">The network failed, for want of memory for instance.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public Doubt Doubt(Photo photo, CancellationToken stop = default)
    {
        CheckKnowsDoubt();
        var small = Render(photo, stop);
        using var pass = Admission.Enter(stop);
        return PaletteDoubt.Find(model, small, (photo.Width, photo.Height), stop);
    }

    /// <summary>The same, waiting for the network without holding a thread.</summary>
    /// <inheritdoc cref="Doubt(Photo, CancellationToken)"/>
    public async Task<Doubt> DoubtAsync(Photo photo, CancellationToken stop = default)
    {
        CheckKnowsDoubt();
        var small = await Task.Run(() => Render(photo, stop), stop).ConfigureAwait(false);
        using var pass = await Admission.EnterAsync(stop).ConfigureAwait(false);
        return await Task.Run(() => PaletteDoubt.Find(model, small, (photo.Width, photo.Height), stop), stop)
            .ConfigureAwait(false);
    }

    /// <summary>Makes a picture in colour ready to lend its colours to photos that show the same things.</summary>
    /// <param name="picture">In colour, any size.</param>
    /// <returns>For <see cref="Look.Reference"/>, as often as one likes.</returns>
    /// <exception cref="PhotoException">The picture cannot be read, or is one without colour.</exception>
    /// <exception cref="ModelException">The network failed, for want of memory for instance.</exception>
    public Reference Refer(Photo picture)
    {
        var small = Render(picture);
        var chroma = picture.Chroma(small.Width, small.Height);
        using var pass = Admission.Enter(CancellationToken.None);
        var seen = GuidedChroma.Fit(Plain(small, model.Global?.Describe(small)), small).At(small);
        return new Reference(ReferenceRegion.Cut(small, seen, chroma));
    }

    /// <summary>The same for a picture file.</summary>
    /// <param name="path">A picture in colour: a toned one is refused.</param>
    /// <param name="load">How it is read; null for the defaults.</param>
    /// <inheritdoc cref="Refer(Photo)"/>
    public Reference Refer(string path, PhotoLoadOptions? load = null)
    {
        using var picture = Photo.Load(path, load);
        return picture.HasColor()
            ? Refer(picture)
            : throw new PhotoException(path, "a picture in colour to refer to", "a grey or toned one");
    }

    /// <summary>Says what kind of picture a photo is.</summary>
    /// <param name="photo">Any size, any number of bands; only its lightness is read.</param>
    /// <returns>Its global features, and the probabilities of <see cref="Card"/>'s labels.</returns>
    /// <exception cref="InvalidOperationException">The model has no global features.</exception>
    /// <exception cref="PhotoException">The photo cannot be read.</exception>
    /// <exception cref="ModelException">The network failed, for want of memory for instance.</exception>
    public Scene Describe(Photo photo) =>
        SceneOf(Render(photo)) ?? throw new InvalidOperationException($"The model {Card.Name} has no global features.");

    /// <summary>Frees the model.</summary>
    public void Dispose()
    {
        disposed = true;
        model.Dispose();
        Admission.Dispose();
    }

    /// <summary>Who wants to use the networks waits here.</summary>
    internal Admission Admission { get; }

    /// <summary>What kind of picture a lightness plane shows; null if the model has no global features.</summary>
    internal Scene? SceneOf(LightnessPlane small)
    {
        using var pass = Admission.Enter(CancellationToken.None);
        return model.Global?.Describe(small);
    }

    /// <summary>The scene that a look wants for a lightness plane.</summary>
    internal Scene? Wanted(Scene? own, Look look, LightnessPlane small)
    {
        using var pass = Admission.Enter(CancellationToken.None);
        return WantedScene.Find(model, own, look, wanted => Plain(small, wanted));
    }

    /// <summary>
    /// The colours of a lightness plane as the local network takes it, at the size that it answers in, before the
    /// look's saturation.
    /// </summary>
    internal ChromaPlanes ChromaOf(LightnessPlane small, Scene? scene, Look? look)
    {
        using var pass = Admission.Enter(CancellationToken.None);
        var vivid = Curve(look);
        var chroma = Cautious(Plain(small, scene), small, look, CancellationToken.None);
        return look?.Reference is null
            ? Vivid(chroma, vivid)
            : Referenced(small, chroma, vivid, look.Reference).ResizeTo(chroma.Width, chroma.Height);
    }

    private Colors Predict(Photo photo, LightnessPlane small, Look look, CancellationToken stop)
    {
        var colors = Found(photo, small, look, stop);
        var toned = Toned(colors.Chroma, small, look);
        if (look.Mask is null) return colors with { Chroma = toned };
        var outside = look.SeesAs(look.Outside) ? colors : Found(photo, small, look.Outside, stop);
        return colors with { Chroma = toned.Within(look.Mask, outside.Chroma) };
    }

    private Colors Found(Photo photo, LightnessPlane small, Look look, CancellationToken stop) =>
        look.HintsOnly ? new Painting(small, new Colors(null, GuidedChroma.None, 0), wanted: null).Find(look.Hints)
        : Options.RenderFull ? Full(photo, small, look, stop)
        : Painting(small, look, stop).Find(look.Hints);

    private List<Candidate> Candidates(LightnessPlane small, int count, Look look, CancellationToken stop)
    {
        var own = WantedScene.Find(model, model.Global!.Describe(small), look, wanted => Plain(small, wanted))!;
        var seen = model.Scenery.See(small);                                                    // once for all
        var doubt = Doubt(small, look, stop);
        var palettes = model.Palettes!.Suggest(own, count - 1)
            .Select(palette => palette.WithLiveliness(look.Liveliness));
        return [.. palettes.Prepend<Palette?>(null).Select((palette, index) =>
        {
            stop.ThrowIfCancellationRequested();
            var scene = palette is null ? own : own.Plus(model.Palette!.Vector(palette));
            var chroma = Cautious(Evened(small, model.Scenery.Predict(seen, scene)), doubt, look);
            return new Candidate(index + 1, palette, Painting(small, scene, chroma, look, stop));
        })];
    }

    /// <exception cref="ArgumentException">No palettes come with the model.</exception>
    internal void CheckKnowsDoubt()
    {
        if (Card.PaletteLength == 0 || model.Palettes is null)
            throw new ArgumentException($"expected a model with palettes for doubt, found {Card.Name} without");
    }

    /// <summary>Colours with the tone and saturation of a look.</summary>
    internal static GuidedChroma Toned(GuidedChroma chroma, LightnessPlane small, Look look)
    {
        if (look.Tone.IsNone) return chroma.Scaled(look.Saturation);
        var cast = look.Tone.Balance == Balance.Auto ? NeutralCast.Find(small, chroma.At(small)) : default;
        return chroma.With(new ChromaFinish(cast, ToneTable.Make(look.Tone))).Scaled(look.Saturation);
    }

    private Painting Painting(LightnessPlane small, Look look, CancellationToken stop)
    {
        // the one vector
        var scene = WantedScene.Find(model, model.Global?.Describe(small), look, wanted => Plain(small, wanted));
        stop.ThrowIfCancellationRequested();
        return Painting(small, scene, Cautious(Plain(small, scene), small, look, stop), look, stop);
    }

    private Painting Painting(
        LightnessPlane small, Scene? scene, ChromaPlanes chroma, Look look, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var vivid = Curve(look); // chroma: 2×h/2×w/2  real a*b*
        var wanted = Referenced(small, chroma, vivid, look.Reference);                          // 2×h×w
        var usual = look.Reference is null ? Usual(small, scene, Vivid(chroma, vivid)) : Usual(small, scene, wanted);
        return new Painting(small, usual, wanted);
    }

    private Colors Full(Photo photo, LightnessPlane small, Look look, CancellationToken stop)
    {
        var scene = WantedScene.Find(model, model.Global?.Describe(small), look, wanted => Plain(small, wanted));
        stop.ThrowIfCancellationRequested();
        var vivid = Curve(look);
        var full = EveryPixel(photo, scene, vivid, stop);
        return secondLookFrom == 0 ? full : Mixed(full, Usual(small, scene, Vivid(Plain(small, scene), vivid)));
    }

    /// <summary>Colours whose edges follow the lightness.</summary>
    private static Colors Usual(LightnessPlane small, Scene? scene, ChromaPlanes chroma) =>
        new(scene, GuidedChroma.Fit(chroma, small), chroma.Mean());                             // any size

    /// <summary>Every pixel for the small things, the usual looks for what they belong to.</summary>
    private static Colors Mixed(Colors full, Colors usual) => new(
        usual.Scene, full.Chroma.MixedWith(usual.Chroma, UsualShare),
        float.Lerp(full.MeanChroma, usual.MeanChroma, UsualShare));

    private Colors EveryPixel(Photo photo, Scene? scene, ChromaCurve? vivid, CancellationToken stop)
    {
        using var lightness = photo.LightnessRows(Card.Shape);                                  // H×W, rows at a time
        var chroma = Tiles.Predict(lightness, tile =>
        {
            stop.ThrowIfCancellationRequested();
            return Vivid(model.Local.Predict(tile, scene), vivid);
        }, Card.Shape);                                                                         // 2×H/2×W/2
        return new Colors(scene, GuidedChroma.Plain(chroma), chroma.Mean);
    }

    /// <summary>The network's own colours, evened out.</summary>
    private ChromaPlanes Plain(LightnessPlane lightness, Scene? scene) =>
        Evened(lightness, SecondLook.Predict(model.Local, secondLookFrom, lightness, scene));

    private ChromaPlanes Evened(LightnessPlane lightness, ChromaPlanes chroma) =>
        EvenedChroma.Find(lightness, chroma, evenness);

    /// <summary>Colours that are paler where they are unsure.</summary>
    private ChromaPlanes Cautious(ChromaPlanes chroma, LightnessPlane small, Look? look, CancellationToken stop) =>
        Cautious(chroma, Doubt(small, look, stop), look);

    private static ChromaPlanes Cautious(ChromaPlanes chroma, Doubt? doubt, Look? look) =>
        doubt is null ? chroma : doubt.Pale(chroma, look!.Caution);

    /// <summary>Null for a look without caution.</summary>
    private Doubt? Doubt(LightnessPlane small, Look? look, CancellationToken stop) =>
        look is null or { Caution: 0 } ? null : PaletteDoubt.Find(model, small, (small.Width, small.Height), stop);

    private static ChromaPlanes Vivid(ChromaPlanes chroma, ChromaCurve? vivid) =>
        vivid is null ? chroma : vivid.Apply(chroma);

    /// <summary>
    /// The network's colours at the size of the plane, and a reference's where there is one and places are alike.
    /// </summary>
    private static ChromaPlanes Referenced(
        LightnessPlane small, ChromaPlanes chroma, ChromaCurve? vivid, Reference? reference)
    {
        var seen = GuidedChroma.Fit(chroma, small).At(small);
        var wanted = Vivid(seen, vivid);
        return reference is null ? wanted : ReferencedChroma.Find(small, seen, wanted, reference);
    }

    private Look CheckedForCandidates(Photo photo, int count, Look? look)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, MinCandidates);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaxCandidates);
        if (Card.PaletteLength == 0 || model.Palettes is null)
            throw new ArgumentException($"expected a model with palettes for candidates, found {Card.Name} without");
        if (Options.RenderFull)
            throw new ArgumentException("expected a render side for candidates, found every pixel to be rendered");
        if (look is { Palette: not null } or { Mask: not null } or { HintsOnly: true })
            throw new ArgumentException(
                "expected candidates without a palette, a mask or hints only, found one of them");
        return Checked(photo, look);
    }

    private Look Checked(Photo photo, Look? look)
    {
        ArgumentNullException.ThrowIfNull(photo);
        look ??= new Look();
        look.CheckFor(this);
        look.Hints?.CheckSize(photo.Width, photo.Height);
        look.Mask?.CheckSize(photo.Width, photo.Height);
        return look;
    }

    private ChromaCurve? Curve(Look? look) =>
        (look?.Vivid ?? Card.VividByDefault) && Card.Vivid is { } points ? new ChromaCurve(points) : null;

    private LightnessPlane Render(Photo photo, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(photo);
        if (disposed)
            throw new ObjectDisposedException(nameof(Colorizer), "This colorizer was disposed: load its model anew.");
        var (width, height) = RenderSize.For(photo.Width, photo.Height, renderSide, Card.Shape);
        return photo.Lightness(width, height, stop);
    }
}
