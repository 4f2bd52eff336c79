using System.Globalization;

namespace Colorist.Web;

/// <summary>
/// The options of a request as they came: texts, and pictures in files. Every value is checked where it is read, and
/// all at once before work begins.
/// </summary>
/// <param name="subject">What the options are for.</param>
internal sealed class FormFields(ApiSubject subject)
{
    private readonly Dictionary<string, List<string>> values = [];

    public ApiSubject Subject => subject;

    /// <summary>The option of a field.</summary>
    /// <param name="name">As it came.</param>
    /// <exception cref="Refusal">There is no such option here.</exception>
    public ApiOption Known(string name) => ApiOptions.Of(subject).FirstOrDefault(option => option.Name == name)
        ?? throw new Refusal(
        Problem.Refused,
        $"expected the fields file, {string.Join(", ", ApiOptions.Of(subject).Select(option => option.Name))}, found {Shown(name)}");

    /// <summary>Keeps a value: a text, or the path of a picture.</summary>
    /// <exception cref="Refusal">The option is there already, or the value is none for it.</exception>
    public void Add(ApiOption option, string value)
    {
        Check(option, value);
        if (!values.TryGetValue(option.Name, out var list)) values.Add(option.Name, list = []);
        if (list.Count > 0 && !option.IsMany)
            throw new Refusal(Problem.Refused, $"{option.Name}: expected one value, found several");
        list.Add(value);
    }

    /// <summary>These values and those that other fields have for some options.</summary>
    public FormFields With(FormFields others, IReadOnlyList<ApiOption> options)
    {
        var all = new FormFields(subject);
        foreach (var (name, list) in values) all.values[name] = list;
        foreach (var option in options.Where(option => others.values.ContainsKey(option.Name)))
            all.values[option.Name] = others.values[option.Name];
        return all;
    }

    /// <summary>The same with its pictures copied into another folder, for requests of another kind.</summary>
    public FormFields CopyTo(string folder, ApiSubject kind)
    {
        var copies = new FormFields(kind);
        foreach (var option in ApiOptions.Of(subject))
            foreach (var value in Many(option)) copies.Add(option, Copied(option, value, folder));
        return copies;
    }

    public IReadOnlyList<string> Many(ApiOption option) => values.GetValueOrDefault(option.Name) ?? [];

    public string? One(ApiOption option) => Many(option) is [var first, ..] ? first : null;

    public bool? Flag(ApiOption option) => One(option) is { } text ? text == "true" : null;

    public float Number(ApiOption option) =>
        One(option) is { } text ? float.Parse(text, CultureInfo.InvariantCulture) : (float)option.Usual!.Value;

    public TimeSpan? Time(ApiOption option) => One(option) is { } text ? FilmTime.Parse(text) : null;

    /// <summary>What tells these fields from others.</summary>
    /// <param name="except">Options that do not count.</param>
    public string Key(IReadOnlyList<ApiOption> except) => string.Join('\n', values
        .Where(pair => !except.Any(option => option.Name == pair.Key)).OrderBy(pair => pair.Key, StringComparer.Ordinal)
        .Select(pair => $"{pair.Key}: {string.Join(", ", pair.Value)}"));

    private static string Copied(ApiOption option, string value, string folder)
    {
        if (option.Kind != ApiOptionKind.Picture) return value;
        var copy = Path.Combine(folder, Path.GetFileName(value));
        File.Copy(value, copy, overwrite: true);
        return copy;
    }

    private static void Check(ApiOption option, string value)
    {
        var expected = option switch
        {
            { Kind: ApiOptionKind.Number } =>
                float.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && number >= option.Min && number <= option.Max
                    ? null
                    : FormattableString.Invariant($"a number {option.Min} to {option.Max}"),
            { Kind: ApiOptionKind.Boolean } => value is "true" or "false" ? null : "true or false",
            { Kind: ApiOptionKind.Choice } => option.Choices.Contains(value) ? null : string.Join(", ", option.Choices),
            _ when option == ApiOptions.Hint => PointHint.Parse(value) is not null ? null : "x,y,#rrggbb",
            _ when option == ApiOptions.From || option == ApiOptions.To || option == ApiOptions.HintsAt
                || option == ApiOptions.MaskAt =>
                FilmTime.Parse(value) is not null ? null : "seconds, m:ss or h:mm:ss",
            _ => null,
        };
        if (expected is not null)
            throw new Refusal(Problem.Refused, $"{option.Name}: expected {expected}, found {Shown(value)}");
    }

    /// <summary>What somebody sent, fit for a line.</summary>
    public static string Shown(string sent)
    {
        const int Most = 60;
        var plain = string.Concat(sent.Select(letter => char.IsControl(letter) ? '?' : letter));
        return plain.Length <= Most ? plain : plain[..Most] + "…";
    }
}
