using System.Security.Cryptography;

namespace Colorist.Modelling;

/// <summary>
/// Knows the two files that the paper's authors published by their MD5, which is what is published of them.
/// </summary>
internal static class ReleasedFiles
{
    private static readonly Dictionary<string, (string Name, string Data)> Known = new()
    {
        ["c88fa2bb6dc9f942a492a7dc7009b966"] = ("iizuka-places", "MIT Places, 205 scenes (colornet.t7 as published)"),
        ["09eddf45cd1b085fcb4cc880ba448072"] = ("iizuka-imagenet", "ImageNet (colornet_imagenet.t7 as published)"),
    };

    /// <summary>
    /// Name and training pictures of a file; those of an unpublished one where the file is not known.
    /// </summary>
    public static (string Name, string Data) Recognize(string path)
    {
        using var stream = File.OpenRead(path);
#pragma warning disable CA5351 // a name for a file, no protection: the card has its SHA-256
        var hash = Convert.ToHexStringLower(MD5.HashData(stream));
#pragma warning restore CA5351
        return Known.GetValueOrDefault(
            hash, ("iizuka-released", "not known: neither of the two published files, though of their kind"));
    }
}
