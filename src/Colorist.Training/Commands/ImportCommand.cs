using System.CommandLine;

namespace Colorist.Training;

/// <summary>
/// <c>import</c>: writes a file of weights of the ResNet-18 family as a model, checks it against Torch on real pictures
/// and puts its scores
/// on its card.
/// </summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var weights = new Argument<string>("weights")
        {
            Description = "safetensors file, one split into numbered parts, or the folder that holds it"
        };
        var about = new Option<string>("--about")
        {
            Description = "JSON with what the card says of the model: name, description, data, licence",
            Required = true
        };
        var output = new Option<string>("--output", "-o")
        {
            Description = "folder of the model; one that is there is replaced",
            Required = true
        };
        var data = new Option<string>("--data")
        {
            Description = "pictures with scene labels, to check and score with",
            Required = true
        };
        var training = new Option<string>("--calibration")
        {
            Description = "training pictures, on which 8 bits are calibrated",
            Required = true
        };
        var renderSide = new Option<int>("--render-side")
        {
            Description = "default render side of the model",
            DefaultValueFactory = _ => TrainedNetwork.DefaultRenderSide
        };
        var secondLook = new Option<int>("--second-look-from")
        {
            Description = "render side from which on pictures are looked at twice; 0 for never"
        };
        var command = new Command("import", "Write a file of trained weights as a model that colorist uses.")
        {
            weights, about, output, data, training, renderSide, secondLook,
        };
        command.SetAction(async (parsed, stop) =>
        {
            using var network = new ResNetNetwork(ResNetSizes.Full);
            ResNetWeights.Load(parsed.GetValue(weights)!, network);
            var source = PictureSource.Open(parsed.GetValue(data)!);
            var card = ModelAbout.FromFile(parsed.GetValue(about)!).Card(source.Labels) with
            {
                RenderSide = parsed.GetValue(renderSide),
                SecondLookFrom = parsed.GetValue(secondLook),
            };
            var planes = ExportedModel.Planes(PictureSource.Open(parsed.GetValue(training)!), network.Sizes);
            var written = ModelExport.Write(parsed.GetValue(output)!, Folding.Fold(network), card, calibration: planes);
            return await ExportedModel.Finish(network, written, parsed.GetValue(output)!, source, stop);
        });
        return command;
    }
}
