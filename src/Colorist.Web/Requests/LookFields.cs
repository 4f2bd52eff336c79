namespace Colorist.Web;

/// <summary>Reads which colours are wanted from the fields of a request.</summary>
internal static class LookFields
{
    /// <exception cref="ArgumentException">There is no such mood, or the model cannot do it.</exception>
    /// <exception cref="PhotoException">A picture cannot be read.</exception>
    public static Look Read(FormFields fields, Colorizer colorizer)
    {
        WeightedName[] styles = [.. fields.Many(ApiOptions.Style).Select(path => new WeightedName(path, 1))];
        WeightedName[] moods = [.. fields.Many(ApiOptions.Mood).Select(WeightedName.Parse)];
        var (palettes, shelf) = (fields.Many(ApiOptions.Palette), new MoodShelf(colorizer));
        var look = new Look
        {
            Style = shelf.Mix(styles, moods),
            Palette = palettes.Count > 0 ? PaletteSource.Mix(palettes) : shelf.MixPalettes(styles, moods),
            Liveliness = fields.Number(ApiOptions.Liveliness),
            StyleStrength = fields.Number(ApiOptions.StyleStrength),
            Reference = fields.One(ApiOptions.Reference) is { } path ? colorizer.Refer(path) : null,
            Vivid = fields.Flag(ApiOptions.Vivid),
            Saturation = fields.Number(ApiOptions.Saturation) * fields.Number(ApiOptions.Strength),
        };
        if (fields.One(ApiOptions.Preset) is { } name) look = look.With(Preset(name));
        look = look with
        {
            Tone = Tone(fields, look.Tone),
            Caution = fields.One(ApiOptions.Caution) is null ? look.Caution : fields.Number(ApiOptions.Caution),
        };
        look.CheckFor(colorizer);
        return look;
    }

    /// <summary>By its name alone: the shelf would take paths as well.</summary>
    private static Preset Preset(string name) => PresetShelf.All.FirstOrDefault(preset => preset.Name == name)
        ?? throw new ArgumentException(
            $"preset: expected {string.Join(", ", PresetShelf.All.Select(preset => preset.Name))}, found another");

    private static Tone Tone(FormFields fields, Tone tone) => tone with
    {
        Temperature = fields.One(ApiOptions.Temperature) is null
            ? tone.Temperature
            : fields.Number(ApiOptions.Temperature),
        Tint = fields.One(ApiOptions.Tint) is null ? tone.Tint : fields.Number(ApiOptions.Tint),
        Balance =
            fields.One(ApiOptions.Balance) switch { null => tone.Balance, "auto" => Balance.Auto, _ => Balance.None },
        HueMap = fields.Many(ApiOptions.HueMap) is { Count: > 0 } shifts
            ? [.. shifts.Select(HueShift.Parse)]
            : tone.HueMap,
        Limits = fields.Many(ApiOptions.Limit).Aggregate(tone.Limits, (limits, typed) => limits.With(typed)),
    };

    /// <summary>The same for one photo, hints and all.</summary>
    public static PhotoOptions Read(FormFields fields, Colorizer colorizer, Photo photo)
    {
        var common = Read(fields, colorizer) with
        {
            HintsOnly = fields.Flag(ApiOptions.HintsOnly) ?? false,
            Mask = fields.One(ApiOptions.Mask) is { } path ? Mask.FromFile(path) : null
        };
        var look = new PhotoLook(common, fields.One(ApiOptions.Hints),
            [.. fields.Many(ApiOptions.Hint).Select(typed => PointHint.Parse(typed)!)]);
        return new PhotoOptions
        {
            Look = look.For(photo, photo.Name),
            Recolor = fields.Flag(ApiOptions.Recolor) ?? false,
            Save = Save(fields),
        };
    }

    /// <summary>Reads how a result is written.</summary>
    public static PhotoSaveOptions Save(FormFields fields) => new()
    {
        Overwrite = true, // a worker may have died behind its last byte
        SideBySide = fields.Flag(ApiOptions.SideBySide) ?? false,
        Note = !(fields.Flag(ApiOptions.NoNote) ?? false),
        Quality = fields.One(ApiOptions.Quality) is null ? null : (int)fields.Number(ApiOptions.Quality),
    };

    /// <summary>The same for a film.</summary>
    public static FilmOptions ReadFilm(FormFields fields, Colorizer colorizer, Film film) => new()
    {
        Look = Read(fields, colorizer),
        Masks = FilmMaskFields.Read(fields, film),
        Hints = FilmHintFields.Read(fields, film),
        SharedColors = fields.Flag(ApiOptions.SharedColours) ?? false,
        Deflicker = fields.Flag(ApiOptions.Deflicker) ?? false,
        Descratch = fields.Flag(ApiOptions.Descratch) ?? false,
        Recolor = fields.Flag(ApiOptions.Recolor) ?? false,
        From = fields.Time(ApiOptions.From),
        To = fields.Time(ApiOptions.To),
        Crf = fields.One(ApiOptions.Crf) is null ? null : (int)fields.Number(ApiOptions.Crf),
    };
}
