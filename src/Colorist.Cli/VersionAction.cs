using System.CommandLine;
using System.CommandLine.Invocation;

namespace Colorist.Cli;

/// <summary><c>colorist --version</c>: the program and the model that comes with it, each with its commit.</summary>
internal sealed class VersionAction : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var card = ModelCard.Read(Path.Combine(ShippedModel.Folder, ModelCard.FileName));
        Console.WriteLine($"colorist {ProgramInfo.Version}, commit {ProgramInfo.Commit}");
        var commit = card.Commit ?? "unknown";
        Console.WriteLine($"model {card.Name}, commit {commit}, weights SHA-256 {card.WeightsSha256}");
        return 0;
    }
}
