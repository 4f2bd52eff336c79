namespace Colorist.Web;

/// <summary>Reads which parts of a film are meant from the fields of a request.</summary>
internal static class FilmMaskFields
{
    /// <param name="fields">Checked one by one already.</param>
    /// <param name="film">Whose frames the masks are for.</param>
    /// <exception cref="Refusal">There are times, but not one for each mask.</exception>
    /// <exception cref="PhotoException">A mask cannot be read, or has another size than the frames.</exception>
    public static IReadOnlyList<FilmMask> Read(FormFields fields, Film film)
    {
        var (pictures, times) = (fields.Many(ApiOptions.FilmMask), fields.Many(ApiOptions.MaskAt));
        if (times.Count > 0 && times.Count != pictures.Count)
            throw new Refusal(Problem.Refused,
                $"mask-at: expected a time for each of {pictures.Count} masks, found {times.Count}");
        return [.. pictures.Select((path, i) =>
            FilmMask.FromFile(path, film, times.Count > 0 ? FilmTime.Parse(times[i]) : null))];
    }
}
