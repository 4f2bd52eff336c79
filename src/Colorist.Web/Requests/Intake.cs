using Microsoft.AspNetCore.Http.Features;

namespace Colorist.Web;

/// <summary>Takes uploads in, no more at a time than there is room for.</summary>
internal sealed class Intake(Storage storage, JobFiles files, JobQueue queue, ServerOptions options) : IDisposable
{
    private readonly UploadReader reader = new(options.Limits);
    private readonly SemaphoreSlim room = new(options.Limits.Uploads);

    /// <summary>Reads an upload; whoever gets it deletes its folder.</summary>
    /// <exception cref="Refusal">There is no room, or it is none.</exception>
    public async Task<Upload> ReceiveAsync(
        HttpRequest request, ApiSubject subject, CancellationToken stop, bool needsFile = true)
    {
        // who is refused is heard out, or would not hear why
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = null;
        if (needsFile) queue.CheckRoom(subject);
        if (!await room.WaitAsync(0, stop)) throw queue.Busy("uploads");
        var folder = subject == ApiSubject.Session ? storage.NewFolder() : files.NewFolder();
        try
        {
            return await reader.ReadAsync(request, subject, subject is ApiSubject.Film or ApiSubject.FilmSession
                ? options.Limits.FilmBytes
                : options.Limits.PhotoBytes, folder, needsFile, stop);
        }
        catch
        {
            Storage.Delete(folder);
            throw;
        }
        finally
        {
            room.Release();
        }
    }

    /// <summary>Opens a photo that was sent: its header alone.</summary>
    /// <exception cref="Refusal">It is no picture that is read, or has too many pixels.</exception>
    public Photo Open(Upload upload)
    {
        try
        {
            var photo = Photo.Load(upload.File);
            if ((long)photo.Width * photo.Height <= options.Limits.Pixels) return photo;
            photo.Dispose();
            throw new Refusal(Problem.Refused,
                $"file: expected at most {options.Limits.Pixels} pixels, found {photo.Width}×{photo.Height}");
        }
        catch (PhotoException exception)
        {
            throw new Refusal(exception.Option is null
                ? Problem.Unread
                : Problem.Refused, Problem.For(exception).Detail!);
        }
    }

    public void Dispose() => room.Dispose();
}
