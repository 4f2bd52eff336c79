using System.IO.Compression;
using Microsoft.AspNetCore.Http.Features;

namespace Colorist.Web;

/// <summary><c>GET archive?job=…</c>: the results of several jobs as one ZIP file, written while it is sent.</summary>
internal static class ArchiveResource
{
    public static IResult Get(string[] job, HttpContext context, JobQueue queue)
    {
        var jobs = job.Distinct().Select(queue.Find).ToList();
        if (jobs.Count == 0) throw new Refusal(Problem.Refused, "job: expected one or more, found none");
        if (jobs.FirstOrDefault(one => one.View.State != JobState.Done) is { } open)
            throw new Refusal(Problem.NotDone,
                $"expected jobs that are done, found one that is {open.View.StateName}");
        context.Features.Get<IHttpBodyControlFeature>()!.AllowSynchronousIO = true; // ZipArchive ends its entries so
        return Results.Stream(body => WriteAsync(body, jobs, queue), "application/zip", "colorist.zip");
    }

    private static async Task WriteAsync(Stream body, List<Job> jobs, JobQueue queue)
    {
        await using var archive =
            await ZipArchive.CreateAsync(body, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var job in jobs)
        {
            var name = Free(names, job.Order.Stem + "-colour", Path.GetExtension(job.Order.Output));
            var entry = archive.CreateEntry(name, CompressionLevel.NoCompression);
            await using var target = await entry.OpenAsync();
            await using var file = File.OpenRead(queue.Result(job));
            await file.CopyToAsync(target);
        }
    }

    /// <summary>A name that no other entry has.</summary>
    private static string Free(HashSet<string> names, string stem, string extension)
    {
        for (var i = 1; ; i++)
        {
            var name = i == 1 ? stem + extension : $"{stem}-{i}{extension}";
            if (names.Add(name)) return name;
        }
    }
}
