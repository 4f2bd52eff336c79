using System.CommandLine;
using Colorist.CommandLine;
using TorchSharp;

namespace Colorist.Training;

/// <summary><c>train</c>: follows a recipe, or goes on where the run in that folder stopped.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        var recipe = new Argument<string>("recipe") { Description = "recipe file (JSON)" };
        var run = new Option<string?>("--run")
        {
            Description = "folder of the run; runs/NAME by default. A run that is there goes on."
        };
        var set = new Option<string[]>("--set")
        {
            Description = "replace a value of the recipe: --set optimizer.learningRate=0.001",
            DefaultValueFactory = _ => []
        };
        var device = new Option<string>("--device")
        {
            Description = "where to train",
            DefaultValueFactory = _ => "cpu"
        }.From("cpu", "cuda");
        var threads = new Option<int>("--threads")
        {
            Description = "threads of the network; 0 takes all cores",
            DefaultValueFactory = _ => 0
        };
        var command = new Command(
            "train", "Train a network by a recipe, or go on with a run.") { recipe, run, set, device, threads };
        command.SetAction((parsed, stop) =>
        {
            if (parsed.GetValue(threads) is > 0 and var count) torch.set_num_threads(count);
            var followed = Recipe.Load(parsed.GetValue(recipe)!, parsed.GetValue(set)!);
            var folder = new RunFolder(parsed.GetValue(run) ?? Path.Combine("runs", followed.Name));
            if (File.Exists(folder.Checkpoint)) RunRecipe.CheckSame(folder.Checkpoint, followed, parsed.GetValue(set)!);
            return Run(followed, folder, OpenDevice(parsed.GetValue(device)!), stop);
        });
        return command;
    }

    private static async Task<int> Run(Recipe recipe, RunFolder run, torch.Device device, CancellationToken stop)
    {
        var source = PictureSource.Open(recipe.Data.Training, recipe.Data.Root);
        var validation = new Validation(recipe, run, PictureSource.Open(recipe.Data.Validation, recipe.Data.Root));
        var larger = recipe.Data.Larger is { } path ? PictureSource.Open(path, recipe.Data.Root) : null;
        using var trainer = new Trainer(recipe, run, source, device, larger);
        Console.WriteLine($"{run.Path}: {trainer.State.Position.Seen:n0} of {recipe.Pictures:n0} pictures seen so far");
        await trainer.Train(new TrainingDisplay(recipe), validation.Validate, stop);
        Console.WriteLine($"{run.Checkpoint}: {trainer.State.Position.Seen:n0} pictures seen");
        return trainer.State.Position.Seen >= recipe.Pictures
            ? 0
            : Interrupted.AfterPictures(trainer.State.Position.Seen, recipe.Pictures);
    }

    private static torch.Device OpenDevice(string name)
    {
        var type = name == "cuda" ? DeviceType.CUDA : DeviceType.CPU;
        torch.InitializeDeviceType(type);
        if (type == DeviceType.CUDA)
            (torch.backends.cuda.matmul.allow_tf32, torch.backends.cudnn.allow_tf32) = (true, true);
        return new torch.Device(type);
    }
}
