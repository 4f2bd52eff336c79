using System.CommandLine;

namespace Colorist.Cli;

/// <summary><c>colorist doctor</c>: says what is there of what the command needs, and how to get the rest.</summary>
internal static class DoctorCommand
{
    private static readonly Option<string> Model = new("--model")
    {
        Description = "name or folder of a model, see model list; A+B:0.4 for the mean of two",
        DefaultValueFactory = _ => ShippedModel.Folder
    };
    private static readonly Option<bool> Json = new("--json")
    {
        Description = "a line of JSON for each thing that was looked at"
    };
    private static readonly MachineOptions Machine = new();

    public static Command Create()
    {
        var command = new Command(
            "doctor", "Say what is there of what colouring needs, and how to mend what is missing.") { Model, Json };
        Machine.AddDeviceTo(command);
        command.SetAction(parsed =>
        {
            var trouble = 0;
            foreach (var finding in Examination.Run(parsed.GetValue(Model)!, Machine.Device(parsed)))
            {
                Console.WriteLine(parsed.GetValue(Json) ? JsonLines.Write(finding) : finding.ToString());
                if (finding.IsTrouble) trouble++;
            }

            return trouble == 0 ? 0 : 1;
        });
        return command;
    }
}
