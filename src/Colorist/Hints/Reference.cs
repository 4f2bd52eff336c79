using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Colorist;

/// <summary>
/// A picture in colour whose places lend their colours to alike places of photos; made by
/// <see cref="Colorizer.Refer(Photo)"/>.
/// </summary>
public sealed class Reference
{
    internal Reference(ReferenceRegion[] regions) => Regions = regions;

    internal ReferenceRegion[] Regions { get; }

    /// <summary>What tells it from every other.</summary>
    internal string Sha256 => Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(Regions.AsSpan())));
}
