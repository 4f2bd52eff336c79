namespace Colorist;

/// <summary>What ffprobe says besides of a stream.</summary>
internal sealed record ProbedSideData
{
    /// <summary>What it is about.</summary>
    public string SideDataType { get; init; } = "";

    /// <summary>
    /// Degrees anticlockwise by which players turn the picture; null if this is about something else.
    /// </summary>
    public double? Rotation { get; init; }

    /// <summary>
    /// Three rows of three numbers, each row behind its address, that say how players turn and mirror the picture; null
    /// if this is about something else.
    /// </summary>
    public string? Displaymatrix { get; init; }

    /// <summary>Whether players mirror the picture: the determinant of the matrix is negative.</summary>
    public bool IsMirrored
    {
        get
        {
            long[] numbers = [.. (Displaymatrix ?? "").Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
                .Where(word => !word.EndsWith(':')).Select(long.Parse)];
            return numbers.Length == 9 && numbers[0] * numbers[4] - numbers[1] * numbers[3] < 0;
        }
    }
}
