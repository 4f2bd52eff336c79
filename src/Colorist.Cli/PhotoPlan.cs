namespace Colorist.Cli;

/// <summary>What <c>--dry-run</c> says: which photo goes where, and which not. No photo is opened.</summary>
internal static class PhotoPlan
{
    /// <returns>The exit code: 1 if a photo is refused.</returns>
    public static int Say(IReadOnlyList<PhotoJob> jobs, bool overwrite, Talk talk)
    {
        foreach (var job in jobs)
        {
            var isThere = job.Refusal is null && !overwrite && job.Output != PhotoJob.Pipe && File.Exists(job.Output);
            if (talk == Talk.Json)
                Console.WriteLine(
                    JsonLines.Write(new { job.Input, job.Output, Error = job.Refusal, IsThere = isThere }));
            else if (job.Refusal is not null) Console.Error.WriteLine($"colorist: {job.Refusal}");
            else if (talk == Talk.Lines)
                Console.WriteLine($"{job.Input} -> {job.Output}{(isThere ? ": is there already" : "")}");
        }

        return jobs.Any(job => job.Refusal is not null) ? 1 : 0;
    }
}
