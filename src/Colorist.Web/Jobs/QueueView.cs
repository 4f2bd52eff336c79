namespace Colorist.Web;

/// <summary>The queue as the API shows it.</summary>
/// <param name="IsPaused">Whether no job is begun.</param>
/// <param name="Photos">Photos that wait.</param>
/// <param name="Films">Films that wait.</param>
/// <param name="Workers">
/// Photos that all machines together work on at the same time at most; 0 without a machine.
/// </param>
internal sealed record QueueView(bool IsPaused, long Photos, long Films, int Workers);
