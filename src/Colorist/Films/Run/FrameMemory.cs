using System.Collections.Concurrent;

namespace Colorist;

/// <summary>
/// Keeps the arrays of frames that are done for frames to come: frames are large, and all of one size.
/// </summary>
internal sealed class FrameMemory
{
    private readonly ConcurrentBag<byte[]> free = [];

    public byte[] Take(int length) =>
        free.TryTake(out var array) && array.Length == length ? array : GC.AllocateUninitializedArray<byte>(length);

    public void Return(byte[] array) => free.Add(array);
}
