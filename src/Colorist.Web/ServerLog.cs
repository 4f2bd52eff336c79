using Microsoft.Extensions.Logging;

namespace Colorist.Web;

/// <summary>
/// What the server writes to its log. All of it stands here: of several such classes the compiler's generator makes
/// code in any order, and the same commit is to give the same bytes.
/// </summary>
internal static partial class ServerLog
{
    [LoggerMessage(LogLevel.Error, "A job failed.")]
    public static partial void JobFailed(this ILogger log, Exception exception);

    [LoggerMessage(LogLevel.Error, "A request failed.")]
    public static partial void RequestFailed(this ILogger log, Exception exception);
}
