namespace Colorist.Cli.Tests;

public sealed class OptionsReferenceTests
{
    [Fact]
    public void Page_OfColorist_SaysWhatTheCommandSays() =>
        ReferencePage.Check("options.md", new OptionsPage("colorist", verb => Command.Run(verb).Output).Lines());
}
