namespace Colorist.Hostile;

/// <summary>Photos of every format.</summary>
internal sealed class PhotoKind : IKind
{
    public string Name => "photo";

    public int Share => 450;

    public void Run(Random random, string folder) =>
        Doors.UsePhoto(Mutation.Bytes(Seeds.Any(random), random), random, folder);
}
