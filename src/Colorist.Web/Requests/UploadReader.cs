using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Colorist.Web;

/// <summary>
/// Reads the body of a request into files, piece by piece: a form with a field <c>file</c>, or the bare bytes with the
/// options in the query.
/// </summary>
/// <param name="limits">What is too much.</param>
internal sealed class UploadReader(ServerLimits limits)
{
    private const int MaxTextBytes = 16 * 1024;

    /// <summary>The field, and the name of the file that it becomes.</summary>
    public const string FileField = "file";

    /// <param name="request">Its body is read to the end.</param>
    /// <param name="subject">Which options it may have.</param>
    /// <param name="maxBytes">Of everything.</param>
    /// <param name="folder">Where the files go.</param>
    /// <param name="needsFile">Whether there must be a field <c>file</c>; the upload's file is empty otherwise.</param>
    /// <param name="stop">Stops the reading.</param>
    /// <exception cref="Refusal">It is too much, no file, or has options that are none.</exception>
    public async Task<Upload> ReadAsync(
        HttpRequest request, ApiSubject subject, long maxBytes, string folder, bool needsFile, CancellationToken stop)
    {
        if (request.ContentLength > maxBytes)
            throw new Refusal(Problem.TooLarge, $"expected at most {maxBytes} bytes, found {request.ContentLength}");
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
            feature.MaxRequestBodySize = maxBytes;
        var fields = new FormFields(subject);
        foreach (var (name, values) in request.Query)
            foreach (var value in values) fields.Add(NotPicture(fields.Known(name)), value ?? "");
        if (!needsFile && request.ContentLength is null or 0 && request.ContentType is null)
            return new Upload(folder, "", "", fields);
        if (IsForm(request)) return await ReadForm(request, folder, fields, needsFile, stop);
        if (!IsBare(request))
            throw new Refusal(Problem.Unread,
                "expected multipart/form-data, image/*, video/* or application/octet-stream, found another content type");
        var file = Path.Combine(folder, FileField);
        await Save(request.Body, file, stop);
        return new Upload(folder, NotEmpty(file), "", fields);
    }

    private async Task<Upload> ReadForm(
        HttpRequest request, string folder, FormFields fields, bool needsFile, CancellationToken stop)
    {
        string? file = null, fileName = null;
        var reader = Reader(request);
        for (var count = 0; await Next(reader, stop) is { } section; count++)
        {
            if (count == limits.Fields)
                throw new Refusal(Problem.TooLarge, $"expected at most {limits.Fields} fields, found more");
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)
                || disposition.Name.Length == 0)
                throw new Refusal(Problem.Malformed, "expected a name for every field, found none");
            var name = HeaderUtilities.RemoveQuotes(disposition.Name).Value!;
            if (name == FileField)
            {
                if (file is not null) throw new Refusal(Problem.Refused, "file: expected one, found several");
                file = Path.Combine(folder, FileField);
                fileName = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue
                    ? disposition.FileNameStar
                    : disposition.FileName).Value;
                await Save(section.Body, file, stop);
                continue;
            }

            var option = fields.Known(name);
            fields.Add(option, option.Kind == ApiOptionKind.Picture
                ? await SavePicture(section, folder, option, count, stop)
                : await Text(section, option, stop));
        }

        if (!needsFile && file is null) return new Upload(folder, "", "", fields);
        return file is not null
            ? new Upload(folder, NotEmpty(file), fileName ?? "", fields)
            : throw new Refusal(Problem.Refused, "expected a field named file, found none");
    }

    private static bool IsForm(HttpRequest request) =>
        request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsBare(HttpRequest request) => request.ContentType?.Split(';', '/') is { Length: > 1 } parts
        && (parts[0] is "image" or "video" || (parts[0] == "application" && parts[1].Trim() == "octet-stream"));

    private static ApiOption NotPicture(ApiOption option) => option.Kind != ApiOptionKind.Picture
        ? option
        : throw new Refusal(Problem.Refused, $"{option.Name}: expected a picture in a form, found a text");

    private static MultipartReader Reader(HttpRequest request)
    {
        var boundary = MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            ? HeaderUtilities.RemoveQuotes(type.Boundary).Value
            : null;
        return boundary is { Length: > 0 and <= 200 }
            ? new MultipartReader(boundary, request.Body) { HeadersCountLimit = 8, HeadersLengthLimit = 8 * 1024 }
            : throw new Refusal(Problem.Malformed, "expected a boundary between the fields of the form, found none");
    }

    private static async Task<MultipartSection?> Next(MultipartReader reader, CancellationToken stop)
    {
        try
        {
            return await reader.ReadNextSectionAsync(stop);
        }
        catch (Exception exception) when (exception is InvalidDataException
            || (exception is IOException && exception is not BadHttpRequestException))
        {
            throw new Refusal(Problem.Malformed, "expected a form, found something broken");
        }
    }

    private static async Task<string> SavePicture(
        MultipartSection section, string folder, ApiOption option, int count, CancellationToken stop)
    {
        var path = Path.Combine(folder, $"{option.Name}.{count}");
        await Save(section.Body, path, stop);
        return option == ApiOptions.Palette ? NamedByContent(path) : path;
    }

    /// <summary>A palette is a picture or a file of JSON, which is told by its extension further on.</summary>
    private static string NamedByContent(string path)
    {
        using (var file = File.OpenRead(path))
            if (file.ReadByte() != '{') return path;
        File.Move(path, path + ".json");
        return path + ".json";
    }

    private static async Task<string> Text(MultipartSection section, ApiOption option, CancellationToken stop)
    {
        var bytes = new byte[MaxTextBytes + 1];
        var length = await section.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, stop);
        return length <= MaxTextBytes
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : throw new Refusal(Problem.TooLarge, $"{option.Name}: expected at most {MaxTextBytes} bytes, found more");
    }

    private static async Task Save(Stream body, string path, CancellationToken stop)
    {
        await using var file =
            new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 81920, useAsync: true);
        try
        {
            await body.CopyToAsync(file, stop);
        }
        catch (IOException exception) when (exception is not BadHttpRequestException
            && exception.Message.Contains("end of Stream", StringComparison.OrdinalIgnoreCase))
        {
            throw new Refusal(Problem.Malformed, "expected a whole form, found its end missing");
        }
    }

    private static string NotEmpty(string file) => new FileInfo(file).Length > 0
        ? file
        : throw new Refusal(Problem.Refused, "file: expected a picture or film, found no bytes");
}
