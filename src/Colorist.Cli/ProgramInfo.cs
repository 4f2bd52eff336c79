using System.Reflection;

namespace Colorist.Cli;

/// <summary>Which program this is.</summary>
internal static class ProgramInfo
{
    private static readonly string[] Parts =
        (typeof(ProgramInfo).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
            ?? "").Split('+');

    /// <summary>Its number, such as 0.1.0.</summary>
    public static string Version { get; } = Parts[0];

    /// <summary>Commit that it was built from, or "unknown".</summary>
    public static string Commit { get; } = Parts is [_, var commit] ? commit : "unknown";
}
