namespace Colorist;

/// <summary>A plane that waits in half the memory: eleven significant bits a value.</summary>
internal sealed class CompactPlane(float[] values)
{
    private readonly Half[] halves = Array.ConvertAll(values, value => (Half)value);

    public float[] Values => Array.ConvertAll(halves, value => (float)value);
}
