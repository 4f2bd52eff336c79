namespace Colorist.Web;

/// <summary>All options of the API: the one place that checks, documentation and the page's dials come from.</summary>
internal static class ApiOptions
{
    public static readonly ApiOption Saturation = new(
        "saturation", ApiOptionKind.Number, ApiSubject.All,
        "Times the chroma of all colours: below 1 paler, above 1 more vivid.")
    { Max = 3, Usual = 1 };

    public static readonly ApiOption Strength = new(
        "strength", ApiOptionKind.Number, ApiSubject.All,
        "Share of the coloured picture in a blend with the grey one; multiplied with saturation.")
    { Max = 1, Usual = 1 };

    public static readonly ApiOption Mood = new(
        "mood", ApiOptionKind.Text, ApiSubject.All, "A mood from /api/v1/moods; several mix, MOOD=WEIGHT.")
    { IsMany = true };

    public static readonly ApiOption Style = new(
        "style", ApiOptionKind.Picture, ApiSubject.All, "Colour in the style of this picture; several mix.")
    { IsMany = true };

    public static readonly ApiOption StyleStrength = new(
        "style-strength", ApiOptionKind.Number, ApiSubject.All,
        "How far the picture's own scene moves towards the style and moods.")
    { Max = 1, Usual = 1 };

    public static readonly ApiOption Palette = new(
        "palette", ApiOptionKind.Picture, ApiSubject.All,
        "A picture in colour, or a file of colorist palette, whose colours are used; several mix.")
    { IsMany = true };

    public static readonly ApiOption Liveliness = new(
        "liveliness", ApiOptionKind.Number, ApiSubject.All,
        "Times the chroma that the network is asked for: it chooses what becomes livelier or paler.")
    { Max = 3, Usual = 1 };

    public static readonly ApiOption Caution = new(
        "caution", ApiOptionKind.Number, ApiSubject.All,
        "How much paler colours get where the network is unsure of them: with 1 a guess becomes grey.")
    { Max = 1, Usual = 0 };

    public static readonly ApiOption Reference = new(
        "reference", ApiOptionKind.Picture, ApiSubject.All,
        "A picture in colour of the same things, whose places lend their colours to alike places.");

    public static readonly ApiOption Vivid = new(
        "vivid", ApiOptionKind.Boolean, ApiSubject.All,
        "Livelier colours where the network is sure; by default what the model recommends.");

    public static readonly ApiOption Preset =
        new("preset", ApiOptionKind.Text, ApiSubject.All,
            "A stored tone from /api/v1/presets; options beside it replace its values.");

    public static readonly ApiOption Temperature = new(
        "temperature", ApiOptionKind.Number, ApiSubject.All, "Mireds: above 0 a warmer light, below 0 a cooler one.")
    { Min = -100, Max = 100, Usual = 0 };

    public static readonly ApiOption Tint = new(
        "tint", ApiOptionKind.Number, ApiSubject.All, "Above 0 towards magenta, below 0 towards green.")
    { Min = -100, Max = 100, Usual = 0 };

    public static readonly ApiOption Balance = new(
        "balance", ApiOptionKind.Choice, ApiSubject.All, "Auto makes neutral things neutral: paper, snow, shirts.")
    { Choices = ["auto", "none"] };

    public static readonly ApiOption HueMap = new(
        "hue-map", ApiOptionKind.Text, ApiSubject.All,
        "One hue becomes another: blue->brown:0.6, the share 0 to 1 behind the colon.")
    { IsMany = true };

    public static readonly ApiOption Limit = new(
        "limit", ApiOptionKind.Text, ApiSubject.All,
        "How strong a hue may be, as C*ab 1 to 150: skin=25; reds, skin, yellows, greens, cyans, blues or purples.")
    { IsMany = true };

    public static readonly ApiOption Mask = new(
        "mask", ApiOptionKind.Picture, ApiSubject.Photo,
        "As large as the photo: what is asked for acts where it is white, by shares where it is grey.");

    public static readonly ApiOption Hints = new(
        "hints", ApiOptionKind.Picture, ApiSubject.Photo,
        "Strokes of colour on a transparent ground, as large as the photo.");

    public static readonly ApiOption Hint = new(
        "hint", ApiOptionKind.Text, ApiSubject.Photo,
        "A colour for one pixel, x,y,#rrggbb, counted from 0,0 at the upper left.")
    { IsMany = true };

    public static readonly ApiOption FilmHints = new(
        "hints", ApiOptionKind.Picture, ApiSubject.Film,
        "Strokes of colour on a transparent ground, as large as the frames, for the shot of a frame: see hints-at.")
    { IsMany = true };

    public static readonly ApiOption HintsAt = new(
        "hints-at", ApiOptionKind.Text, ApiSubject.Film,
        "Where the frame of each picture of hints is, in their order: seconds, m:ss or h:mm:ss.")
    { IsMany = true };

    public static readonly ApiOption FilmHint = new(
        "hint", ApiOptionKind.Text, ApiSubject.Film,
        "A colour for one pixel of the frame at a time, for its shot: TIME=x,y,#rrggbb, from 0,0 at the upper left.")
    { IsMany = true };

    public static readonly ApiOption FilmMask = new(
        "mask", ApiOptionKind.Picture, ApiSubject.Film,
        "As large as the frames: what is asked for acts where it is white, follows what moves, ends with the shot.")
    { IsMany = true };

    public static readonly ApiOption MaskAt = new(
        "mask-at", ApiOptionKind.Text, ApiSubject.Film,
        "Where the frame of each mask is, in their order: seconds, m:ss or h:mm:ss; the first frame without.")
    { IsMany = true };

    public static readonly ApiOption SharedColours = new(
        "shared-colours", ApiOptionKind.Boolean, ApiSubject.Film,
        "Shots that show the same place share their colours; the film is read once more for it.");

    public static readonly ApiOption Deflicker = new(
        "deflicker", ApiOptionKind.Boolean, ApiSubject.Film,
        "Make brightness that pumps even within shots; the luma is changed, and the file says so.");

    public static readonly ApiOption Descratch = new(
        "descratch", ApiOptionKind.Boolean, ApiSubject.Film,
        "Take away dust, hairs and scratches of single frames; the luma is changed, and the file says so.");

    public static readonly ApiOption HintsOnly =
        new("hints-only", ApiOptionKind.Boolean, ApiSubject.Photo, "Colour from the hints alone, without the network.");

    public static readonly ApiOption SideBySide =
        new("side-by-side", ApiOptionKind.Boolean, ApiSubject.Photo, "Before and after in one picture.");

    public static readonly ApiOption Recolor = new(
        "recolour", ApiOptionKind.Boolean, ApiSubject.All | ApiSubject.FilmSession,
        "Give new colours to a photo or film that has colour already.");

    public static readonly ApiOption NoNote = new(
        "no-note", ApiOptionKind.Boolean, ApiSubject.Photo,
        "Do not note in the file's XMP data that the colours are computed.");

    public static readonly ApiOption Format = new(
        "format", ApiOptionKind.Choice, ApiSubject.Photo, "Format of the result; the photo's own by default.")
    { Choices = ["jpg", "png", "tif", "webp", "avif"] };

    public static readonly ApiOption Quality = new(
        "quality", ApiOptionKind.Number, ApiSubject.Photo,
        "Quality of formats that lose something, a whole number; 95 in JPEG and WebP, 85 in AVIF by default.")
    { Min = 1, Max = 100 };

    public static readonly ApiOption Container = new(
        "container", ApiOptionKind.Choice, ApiSubject.Film,
        "Container of the result; by default the film's own if it is one of these, else mkv.")
    { Choices = ["mp4", "mkv", "mov"] };

    public static readonly ApiOption Crf = new(
        "crf", ApiOptionKind.Number, ApiSubject.Film, "Quality, a whole number; lower is better and larger.")
    { Max = 51, Usual = 18 };

    public static readonly ApiOption From =
        new("from", ApiOptionKind.Text, ApiSubject.Film, "Begin here: seconds, m:ss or h:mm:ss.");

    public static readonly ApiOption To =
        new("to", ApiOptionKind.Text, ApiSubject.Film, "End here: seconds, m:ss or h:mm:ss.");

    public static readonly IReadOnlyList<ApiOption> All =
    [
        Strength, Saturation, Liveliness, Caution, Temperature, Tint, Preset, Balance, HueMap, Limit, Mood, Style,
        StyleStrength, Palette, Reference, Vivid,
        Mask, Hints, Hint, HintsOnly, SideBySide, Recolor, NoNote, Format, Quality, FilmMask, MaskAt, FilmHints,
        HintsAt, FilmHint, SharedColours, Deflicker, Descratch, Container, Crf, From, To,
    ];

    /// <summary>Those that change colours which are found already.</summary>
    public static readonly IReadOnlyList<ApiOption> Tones = [Strength, Saturation, Temperature, Tint, Preset, Balance,
        HueMap, Limit];

    /// <summary>Those that say how a photo is written.</summary>
    public static readonly IReadOnlyList<ApiOption> Saving = [SideBySide, NoNote, Format, Quality];

    /// <summary>Those of a kind of request, by name.</summary>
    public static IEnumerable<ApiOption> Of(ApiSubject subject) => All.Where(option => option.Subject.HasFlag(subject));
}
