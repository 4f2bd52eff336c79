using Colorist.CommandLine;
using Colorist.Modelling;

namespace Colorist.Cli;

/// <summary>Exceptions in one line, with the option of the command line that would allow what was refused.</summary>
internal static class Message
{
    /// <summary>One line for whoever reads the terminal.</summary>
    public static string For(Exception exception) =>
        Printable.Line(exception is ColoristException { Option: { } option } refused
        ? $"{refused.Message}: {(IsUnfinished(refused) ? "--overwrite begins the run again" : Allowing(option))}"
        : PlainMessage.Line(exception));

    /// <summary>Whether it is not a film's result that is in the way, but what a run to it left.</summary>
    private static bool IsUnfinished(ColoristException refused) =>
        refused is FilmException { Option: nameof(FilmOptions.Overwrite) } && !File.Exists(refused.Path);

    private static string Allowing(string option) => option switch
    {
        nameof(PhotoOptions.Recolor) => "--recolour gives it new colours",
        nameof(FilmOptions.Resume) => "--resume goes on with it, --overwrite begins again",
        nameof(PhotoLoadOptions.MaxHeldBytes) => "--memory allows more",
        nameof(ModelImportOptions.Description) => "--description FILE says how its input and output are meant",
        _ => "--overwrite replaces it",
    };
}
