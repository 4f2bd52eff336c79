namespace Colorist.Tests;

public sealed class ReadmeTests
{
    [Fact]
    public void Readme_CodeInIt_IsTheSampleThatTheBuildCompiles()
    {
        var readme = File.ReadAllText(Repository.Path("README.md"));
        var sample = File.ReadAllText(Repository.Path("samples", "FiveLines", "Program.cs"));
        Assert.Contains($"```csharp\n{sample}```", readme, StringComparison.Ordinal);
    }
}
