using TorchSharp;

[assembly: AssemblyFixture(typeof(Colorist.Training.Tests.OneThread))]

namespace Colorist.Training.Tests;

/// <summary>
/// Lets Torch compute on one thread from the beginning: a thread that has computed before keeps its old number, sums
/// come out in another order, and a run that is compared with another drifts away from it.
/// </summary>
public sealed class OneThread
{
    public OneThread() => torch.set_num_threads(1);
}
