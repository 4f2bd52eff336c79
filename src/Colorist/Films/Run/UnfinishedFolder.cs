using System.Security.Cryptography;
using System.Text;

namespace Colorist;

/// <summary>
/// The hidden folder beside a result that is on its way. Its name is as long for every result, so that names of any
/// length and script work.
/// </summary>
internal static class UnfinishedFolder
{
    private const int Letters = 16;

    /// <summary>The folder of a result, the same in every run.</summary>
    public static string Beside(string output)
    {
        var name =
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFileName(output))))[..Letters];
        return Path.Combine(Path.GetDirectoryName(Path.GetFullPath(output))!, $".colorist-{name}.unfinished");
    }
}
