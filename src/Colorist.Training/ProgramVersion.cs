using System.Reflection;

namespace Colorist.Training;

/// <summary>Which program this is.</summary>
internal static class ProgramVersion
{
    /// <summary>Commit that the program was built from, or "unknown".</summary>
    public static string Commit { get; } =
        typeof(ProgramVersion).Assembly
            .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
            .Split('+') is [_, var commit] ? commit[..Math.Min(12, commit.Length)] : "unknown";
}
