namespace Colorist.Training;

/// <summary>Counts pictures on the error stream for whoever watches a terminal.</summary>
internal sealed class CountDisplay : IProgress<int>
{
    public void Report(int value)
    {
        if (!Console.IsErrorRedirected) Console.Error.Write($"\r{value:n0} pictures");
    }
}
