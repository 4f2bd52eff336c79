using System.CommandLine;

namespace Colorist.Training;

/// <summary>
/// <c>export</c>: writes a checkpoint as a model, checks it against Torch on real pictures and puts its scores on its
/// card.
/// </summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var checkpoint = new Argument<string>("checkpoint") { Description = "checkpoint.zip of a run" };
        var output = new Option<string>("--output", "-o")
        {
            Description = "folder of the model; one that is there is replaced",
            Required = true
        };
        var data = new Option<string?>("--data")
        {
            Description = "pictures to check and score with; the recipe's validation pictures by default"
        };
        var renderSide = new Option<int>("--render-side")
        {
            Description = "default render side of the model",
            DefaultValueFactory = _ => TrainedNetwork.DefaultRenderSide
        };
        var secondLook = new Option<int>("--second-look-from")
        {
            Description =
                "render side from which on pictures are looked at twice, half as much again as the crops it learned from; 0 for never"
        };
        var globalSide = new Option<int?>("--global-side")
        {
            Description =
                "side of the copies that the global branch sees, a multiple of 8; by default that of the crops it learned from last",
        };
        var temperature = new Option<double?>("--temperature")
        {
            Description = "of a network that tells colours by bins; below 1 is livelier; the recipe's by default"
        };
        var name = new Option<string?>("--name") { Description = "of the model; the recipe's by default" };
        var mix = new Option<string?>("--mix")
        {
            Description = "checkpoint.zip of another run from the same beginning, whose weights are mixed in"
        };
        var share = new Option<double>("--share")
        {
            Description = "of the other one in the mixture, 0 to 1",
            DefaultValueFactory = _ => 0.5
        };
        var command = new Command("export", "Write a checkpoint as a model that colorist uses.")
        {
            checkpoint, output, data, globalSide, renderSide, secondLook, temperature, mix, share, name
        };
        command.SetAction(async (parsed, stop) =>
        {
            using var trained = TrainedNetwork.Load(parsed.GetValue(checkpoint)!, parsed.GetValue(temperature));
            var mixed = parsed.GetValue(mix) is { } other ? trained.MixedWith(other, parsed.GetValue(share)) : trained;
            var named = mixed with { Recipe = mixed.Recipe with { Name = parsed.GetValue(name) ?? mixed.Recipe.Name } };
            var sides = (parsed.GetValue(globalSide), parsed.GetValue(renderSide), parsed.GetValue(secondLook));
            return await Run(named, parsed.GetValue(output)!, parsed.GetValue(data), sides, stop);
        });
        return command;
    }

    private static async Task<int> Run(TrainedNetwork trained, string output, string? data,
        (int? Global, int Render, int SecondLook) sides, CancellationToken stop)
    {
        if (sides.Global is { } side && (side < 8 || side % 8 != 0))
            throw new ArgumentException($"expected --global-side to be a multiple of 8, found {side}");
        var source = PictureSource.Open(data ?? trained.Recipe.Data.Validation, trained.Recipe.Data.Root);
        var training = PictureSource.Open(trained.Recipe.Data.Training, trained.Recipe.Data.Root);
        var card = trained.Write(
            output, source.Labels, sides.Global, sides.Render, sides.SecondLook,
            ExportedModel.Planes(training, trained.Network.Sizes));
        return await ExportedModel.Finish(trained.Network, card, output, source, stop);
    }
}
