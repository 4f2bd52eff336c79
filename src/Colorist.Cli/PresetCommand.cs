using System.CommandLine;

namespace Colorist.Cli;

/// <summary><c>colorist preset</c>: keeps tones for other photos and films, and says which there are.</summary>
internal static class PresetCommand
{
    public static Command Create() => new("preset", "Presets: how all colours are toned.") { List(), Show(), Save() };

    private static Command List()
    {
        var command = new Command("list", "Say which presets there are, and how they were made.");
        command.SetAction(_ =>
        {
            foreach (var preset in PresetShelf.All) Console.WriteLine($"{preset.Name}: {preset.Origin}");
            Console.WriteLine($"presets that you save are kept in {PresetShelf.Folder}");
        });
        return command;
    }

    private static Command Show()
    {
        var name = new Argument<string>("preset") { Description = "its name or a .json file" };
        var command = new Command("show", "Write a preset as JSON, to change it in a file for instance.") { name };
        command.SetAction(parsed => Console.WriteLine(PresetFile.ToJson(PresetShelf.Find(parsed.GetValue(name)!))));
        return command;
    }

    private static Command Save()
    {
        var name = new Argument<string>("name") { Description = "letters, digits and hyphens" };
        var origin = new Option<string>("--origin")
        {
            Description = "how it was made, in a sentence",
            DefaultValueFactory = _ => "yours"
        };
        var overwrite = new Option<bool>("--overwrite")
        {
            Description = "replace a preset of yours that has this name"
        };
        var (tones, saturation) = (new ToneOptions(), new SaturationOptions());
        var command = new Command(
            "save", "Keep dials under a name; --preset begins with another one's values.") { name, origin, overwrite };
        tones.AddTo(command);
        saturation.AddTo(command);
        command.SetAction(parsed =>
        {
            var look = tones.On(new Look { Saturation = saturation.Read(parsed) }, parsed);
            var preset = new Preset(
                parsed.GetValue(name)!, parsed.GetValue(origin)!, look.Tone, look.Saturation, look.Caution);
            Console.WriteLine(PresetShelf.Save(preset, parsed.GetValue(overwrite)));
        });
        return command;
    }
}
