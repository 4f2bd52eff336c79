using System.Text.Json;

namespace Colorist;

/// <summary>
/// Reads JSON that people write. What is wrong with it is said with its key and line; an unknown key is an error.
/// </summary>
public static class JsonText
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="what">What it is, for messages: "a recipe".</param>
    /// <param name="options">How <typeparamref name="T"/> is written.</param>
    /// <param name="fault">
    /// Makes the exception from what was expected, what was found, and the cause if there is one.
    /// </param>
    /// <param name="from">Makes text of today's form of an earlier one; null, the default, if there was none.</param>
    /// <exception cref="ColoristException">
    /// There is no such file, it cannot be read, or it is no <typeparamref name="T"/>.
    /// </exception>
    public static T ReadFile<T>(
        string path, string what, JsonSerializerOptions options,
        Func<string, string, Exception?, ColoristException> fault, Func<byte[], byte[]>? from = null)
    {
        ArgumentNullException.ThrowIfNull(fault);
        if (!File.Exists(path)) throw fault(what, "no file", null);
        byte[] text;
        try
        {
            text = File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw fault(what, "a file that cannot be read", exception);
        }
        return Read<T>(text, what, options, fault, from);
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="what">What it is, for messages: "a recipe".</param>
    /// <param name="options">How <typeparamref name="T"/> is written.</param>
    /// <param name="fault">
    /// Makes the exception from what was expected, what was found, and the cause if there is one.
    /// </param>
    /// <param name="from">Makes text of today's form of an earlier one; null, the default, if there was none.</param>
    /// <exception cref="ColoristException">It is no <typeparamref name="T"/>.</exception>
    public static T Read<T>(
        byte[] text, string what, JsonSerializerOptions options,
        Func<string, string, Exception?, ColoristException> fault, Func<byte[], byte[]>? from = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(fault);
        try
        {
            if (text is [0xEF, 0xBB, 0xBF, .. var withoutMark]) text = withoutMark;
            if (from is not null) text = from(text);
            // a check of types asks for what reading fills in by itself
            options.MakeReadOnly(populateMissingResolver: true);
            JsonCheck.Check(text, typeof(T), options);
            return JsonSerializer.Deserialize<T>(text, options)!;
        }
        catch (JsonFault found)
        {
            throw fault(found.Expected ?? what, found.Found, found);
        }
        catch (JsonException exception) when (exception.Path is null or "$")
        {
            throw fault(what, $"no JSON in line {exception.LineNumber + 1}", exception);
        }
        catch (JsonException exception)
        {
            throw fault($"a value of its own kind at {exception.Path}",
                $"none or another in line {exception.LineNumber + 1}", exception);
        }
        catch (InvalidOperationException exception) // letters that are none, in a key or a text
        {
            throw fault(what, "text that is no UTF-8", exception);
        }
        catch (ArgumentException exception) // a value out of the range that its type checks
        {
            var (expected, found) = Parts(exception, what);
            throw fault(expected, found, exception);
        }
    }

    /// <summary>What a type says of a value, in two parts and without the framework's own words.</summary>
    private static (string Expected, string Found) Parts(ArgumentException exception, string what)
    {
        var words = exception.Message.Split(" (Parameter '")[0];
        words = words.StartsWith("expected ", StringComparison.Ordinal) ? words["expected ".Length..] : words;
        if (exception is ArgumentOutOfRangeException { ActualValue: { } value, ParamName: { } name })
            return ($"{JsonNamingPolicy.CamelCase.ConvertName(name)} {words}", $"{value}");
        var at = words.LastIndexOf(", found ", StringComparison.Ordinal);
        return at < 0 ? ($"{what} of values in their ranges", words) : (words[..at], words[(at + ", found ".Length)..]);
    }
}
