using Colorist.Training;
using Colorist.Training.Data;
using TorchSharp;
// first shape; commands come next
var recipe = Recipe.Load(args[0], args[2..]);
var run = new RunFolder(args[1]);
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) => { e.Cancel = true; stop.Cancel(); };
using var trainer = new Trainer(recipe, run, PictureSource.Open(recipe.Data.Training, recipe.Data.Root), torch.CPU);
await trainer.Train(new Progress<TrainingReport>(Console.WriteLine), (_, _) => { }, stop.Token);
return 0;
