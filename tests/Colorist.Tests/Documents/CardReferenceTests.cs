namespace Colorist.Tests;

public sealed class CardReferenceTests
{
    private static readonly XmlDocs Docs = new(typeof(ModelCard).Assembly);

    [Fact]
    public void Page_OfCards_SaysWhatTheRecordsSay() => ReferencePage.Check("card.md",
    [
        "# Model cards", "",
        "Every key of `card.json`, the file that says what a model is. An unknown key is an error. Written by a test.",
        "",
        "## card.json", "",
        .. KeyTable.Lines(typeof(ModelCard), KeyTable.Usual(typeof(ModelCard)), Docs), "",
        "## shape", "",
        Docs.Summary(typeof(NetworkShape)), "",
        .. KeyTable.Lines(typeof(NetworkShape), NetworkShape.Paper, Docs), "",
        "## foreign", "",
        Docs.Summary(typeof(ForeignGraph)), "",
        .. KeyTable.Lines(typeof(ForeignGraph), null, Docs), "",
        "## foreign.input and foreign.output", "",
        Docs.Summary(typeof(ForeignTensor)), "",
        .. KeyTable.Lines(typeof(ForeignTensor), null, Docs), "",
        "## files", "",
        Docs.Summary(typeof(ModelFile)), "",
        .. KeyTable.Lines(typeof(ModelFile), null, Docs),
    ]);
}
