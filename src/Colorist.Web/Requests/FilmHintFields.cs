namespace Colorist.Web;

/// <summary>Reads which colours are wanted on frames of a film from the fields of a request.</summary>
internal static class FilmHintFields
{
    /// <param name="fields">Checked one by one already.</param>
    /// <param name="film">Whose frames the hints are for.</param>
    /// <exception cref="Refusal">
    /// There is not one time for each picture, or a hint is not written as it should be.
    /// </exception>
    /// <exception cref="PhotoException">Strokes cannot be read, or have another size than the frames.</exception>
    /// <exception cref="FilmException">A pixel lies outside the frames.</exception>
    public static IReadOnlyList<FilmHints> Read(FormFields fields, Film film)
    {
        var (pictures, times) = (fields.Many(ApiOptions.FilmHints), fields.Many(ApiOptions.HintsAt));
        if (pictures.Count != times.Count)
            throw new Refusal(Problem.Refused,
                $"hints-at: expected a time for each of {pictures.Count} pictures of hints, found {times.Count}");
        return
        [
            .. pictures.Zip(times, (path, time) => new FilmHints(
                FilmTime.Parse(time)!.Value, Hints.Load(path, film.ShownWidth, film.ShownHeight))),
            .. fields.Many(ApiOptions.FilmHint).Select(typed => FilmHints.ParsePoint(typed, film)
                ?? throw Wrong(typed)),
        ];
    }

    private static Refusal Wrong(string typed) => new(
        Problem.Refused,
        $"hint: expected TIME=x,y,#rrggbb, TIME as seconds, m:ss or h:mm:ss, found {FormFields.Shown(typed)}");
}
