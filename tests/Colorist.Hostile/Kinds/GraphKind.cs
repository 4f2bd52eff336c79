namespace Colorist.Hostile;

/// <summary>Graphs or weights of models, with cards that are true of them.</summary>
internal sealed class GraphKind(string name, string file, int share) : IKind
{
    public string Name => name;

    public int Share => share;

    public void Run(Random random, string folder) =>
        TinyModel.Use(TinyModel.With(folder, file, bytes => Mutation.Bytes(bytes, random)));
}
