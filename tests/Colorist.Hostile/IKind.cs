namespace Colorist.Hostile;

/// <summary>A kind of file that somebody else may have made.</summary>
internal interface IKind
{
    /// <summary>What it is called in the table.</summary>
    string Name { get; }

    /// <summary>Of 1,000 cases.</summary>
    int Share { get; }

    /// <summary>Makes one wicked file and does with it all that the products do.</summary>
    /// <param name="random">Chooses it.</param>
    /// <param name="folder">An empty folder, in which nothing but finished files may be left.</param>
    /// <exception cref="ColoristException">It is refused in one line, as it may be.</exception>
    void Run(Random random, string folder);
}
