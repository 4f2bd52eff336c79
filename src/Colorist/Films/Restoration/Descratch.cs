namespace Colorist;

/// <summary>
/// Takes away what is in one frame alone: dust, hairs, scratches that wander. A pixel is dirt if it is brighter, or
/// darker, than all around it in the frames before and behind, along the motion, by more than what is around differs.
/// Then it takes the mean of both, if they agree: if not, something moved there that was not followed. After the spike
/// detection of Kokaram, Motion Picture Restoration (Springer 1998). The first and the last frame of a shot, and
/// flashes, stay as they are.
/// </summary>
/// <param name="signal">How luma is coded.</param>
/// <param name="width">Columns of the luma.</param>
/// <param name="height">Rows of the luma.</param>
internal sealed class Descratch(VideoSignal signal, int width, int height)
{
    private const int Rise = 12; // of 256 codes: so far from all around is dirt; frames that agree are nearer
    private const int Rim = 2; // pixels around dirt that its soft edge may reach

    private readonly Specks specks = new(width, height);

    /// <summary>Makes frames clean; holds one of them.</summary>
    /// <param name="frames">In the order they are shown; their luma is changed.</param>
    public IEnumerable<ShotFrame> Clean(IEnumerable<ShotFrame> frames)
    {
        Held? before = null, now = null;
        foreach (var frame in frames)
        {
            var next = Hold(frame);
            if (now is not null)
            {
                if (before is not null && !now.Frame.IsFlash && !frame.BeginsShot && !frame.IsFlash)
                    Clean(before, now, next);
                yield return now.Frame;
            }

            if (frame.BeginsShot) before = null;
            else if (now is { Frame.IsFlash: false }) before = now;
            now = next;
        }

        if (now is not null) yield return now.Frame;
    }

    private Held Hold(ShotFrame frame)
    {
        var small = frame.Frame.Small;
        return new(
            frame, new LumaPlane(frame.Frame, width, height), new Motion(small.Width, small.Height, small.Values));
    }

    private void Clean(Held before, Held now, Held behind)
    {
        var ways = new Ways(now.Motion.To(before.Motion), now.Motion.To(behind.Motion), width, height);
        var marks = Marks(before.Luma, now.Luma, behind.Luma, ways);
        specks.Keep(marks);
        Fill(before.Luma, now.Luma, behind.Luma, ways, marks);
        now.Luma.CopyTo(now.Frame.Frame.Luma);
    }

    /// <summary>1 for a pixel that is too bright, −1 for one that is too dark, else 0.</summary>
    private sbyte[] Marks(LumaPlane before, LumaPlane now, LumaPlane behind, Ways ways)
    {
        var (rise, marks) = (Rise << signal.Bits - 8, new sbyte[now.Codes.Length]);
        ushort[] darkBefore = before.Darkest(ways.Doubt), brightBefore = before.Brightest(ways.Doubt),
            darkBehind = behind.Darkest(ways.Doubt), brightBehind = behind.Brightest(ways.Doubt);
        Parallel.For(0, height, y =>
        {
            for (int x = 0, i = y * width; x < width; x++, i++)
            {
                var (from, to) = ways.At(x, y);
                if (Math.Abs(before.Codes[from] - behind.Codes[to]) > rise) continue;
                int darkest = Math.Min(darkBefore[from], darkBehind[to]),
                    brightest = Math.Max(brightBefore[from], brightBehind[to]);
                var (code, contrast) = (now.Codes[i], Math.Max(rise, brightest - darkest));
                if (code > brightest + contrast) marks[i] = 1;
                else if (code < darkest - contrast) marks[i] = -1;
            }
        });
        return marks;
    }

    private void Fill(LumaPlane before, LumaPlane now, LumaPlane behind, Ways ways, sbyte[] marks)
    {
        var rise = Rise << signal.Bits - 8;
        Parallel.For(0, height, y =>
        {
            for (int x = 0, i = y * width; x < width; x++, i++)
            {
                if (!IsNear(marks, x, y)) continue;
                var (from, to) = ways.At(x, y);
                int was = before.Codes[from], will = behind.Codes[to];
                if (Math.Abs(was - will) <= rise) now.Codes[i] = (ushort)((was + will + 1) / 2);
            }
        });
    }

    private bool IsNear(sbyte[] marks, int x, int y)
    {
        var (left, right) = (Math.Max(0, x - Rim), Math.Min(width - 1, x + Rim));
        for (var row = Math.Max(0, y - Rim); row <= Math.Min(height - 1, y + Rim); row++)
            if (marks.AsSpan(row * width + left, right - left + 1).ContainsAnyExcept((sbyte)0)) return true;
        return false;
    }

    /// <summary>A frame, its luma by itself, and what its motion is found by: needed for three frames.</summary>
    private sealed record Held(ShotFrame Frame, LumaPlane Luma, Motion Motion);
}
