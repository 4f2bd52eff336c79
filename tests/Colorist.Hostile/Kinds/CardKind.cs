namespace Colorist.Hostile;

/// <summary>Cards of models.</summary>
internal sealed class CardKind : IKind
{
    public string Name => "card";

    public int Share => 60;

    public void Run(Random random, string folder) =>
        TinyModel.Use(TinyModel.With(folder, "card.json", card => Mutation.Text(card, random)));
}
