namespace Colorist.Training.Tests;

public sealed class SafetensorsTests
{
    private const string Header =
        """
        {"__metadata__":{"by":"hand"},
        "a":{"dtype":"F16","shape":[2,1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}
        """;

    // 1 and −2 in half precision, 0.5 in single precision, little endian.
    private static readonly byte[] Data = [0x00, 0x3C, 0x00, 0xC0, 0x00, 0x00, 0x00, 0x3F];

    [Fact]
    public void Read_KnownBytes_GivesTheirValues()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["x.safetensors"], SafetensorsFile.Bytes(Header, Data));
        var tensors = Safetensors.Read(folder["x.safetensors"]);
        Assert.Equal(["a", "b"], tensors.Keys.Order());
        Assert.Equal([2, 1], tensors["a"].Shape);
        Assert.Equal([1, -2], tensors["a"].Values);
        Assert.Equal([0.5f], tensors["b"].Values);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x.safetensors")]
    public void Read_Parts_JoinsThemInTheirOrder(string named)
    {
        using var folder = new TemporaryFolder();
        foreach (var (number, part) in SafetensorsFile.Bytes(Header, Data).Chunk(20).Index())
            File.WriteAllBytes(folder[$"x.safetensors.{number:00}"], part);
        File.WriteAllText(folder["README.md"], "not a part");
        Assert.Equal([1, -2], Safetensors.Read(Path.Combine(folder.Path, named))["a"].Values);
    }

    [Fact]
    public void Read_PartMissing_SaysWhich()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["x.safetensors.00"], [1]);
        File.WriteAllBytes(folder["x.safetensors.02"], [1]);
        var error = Assert.Throws<ModelException>(() => Safetensors.Read(folder.Path));
        Assert.EndsWith("x.safetensors: expected part 1, found part 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_FolderWithTwoFiles_AsksForOne()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["x.safetensors"], [1]);
        File.WriteAllBytes(folder["y.safetensors.00"], [1]);
        var error = Assert.Throws<ModelException>(() => Safetensors.Read(folder.Path));
        Assert.EndsWith("expected one file of weights (safetensors), found 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NoFile_SaysSo() =>
        Assert.Throws<ModelException>(
            () => Safetensors.Read(Path.Combine(Path.GetTempPath(), "none", "x.safetensors")));

    public static TheoryData<string, string> Damaged => new()
    {
        { Entry("F16", "[2]", "[0,4]")[..^1], "a header of safetensors" }, // not closed
        { "[1]", "a header of safetensors" },
        { """{"a":1}""", "a header of safetensors" },
        { """{"a":{"dtype":"F16","shape":[2]}}""", "a header of safetensors" },
        { Entry("F16", """["x"]""", "[0,4]"), "a header of safetensors" },
        // twice
        { Entry("F16", "[2]", "[0,4]")[..^1] + "," + Entry("F16", "[2]", "[0,4]")[1..], "a header of safetensors" },
        { Entry("I64", "[1]", "[0,8]"), "type F16 or F32" },
        { Entry("F16", "[2]", "[0,10]"), "two offsets within 8 bytes of data" },
        { Entry("F16", "[2]", "[4,0]"), "two offsets within 8 bytes of data" },
        { Entry("F16", "[2]", "[-4,0]"), "two offsets within 8 bytes of data" },
        { Entry("F16", "[2]", "[0]"), "two offsets within 8 bytes of data" },
        { Entry("F16", "[3]", "[0,4]"), "6 bytes for 3" },
        { Entry("F16", "[-2]", "[0,4]"), "-1 bytes for -2" },
        { Entry("F16", "[4294967296,4294967296]", "[0,4]"), "-1 bytes for 4294967296×4294967296" },
    };

    [Theory]
    [MemberData(nameof(Damaged))]
    public void Read_HeaderThatDoesNotFit_SaysWhatWasExpected(string header, string expected)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["x.safetensors"], SafetensorsFile.Bytes(header, Data));
        var error = Assert.Throws<ModelException>(() => Safetensors.Read(folder.Path));
        Assert.Contains("expected " + expected + ",", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(50)]
    public void Read_CutShort_SaysSo(int length)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["x.safetensors"], SafetensorsFile.Bytes(Header, Data)[..length]);
        Assert.Throws<ModelException>(() => Safetensors.Read(folder.Path));
    }

    [Fact]
    public void Read_HeaderOfImpossibleLength_SaysSo()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["x.safetensors"], [255, 255, 255, 255, 255, 255, 255, 255, .. Data]);
        Assert.Throws<ModelException>(() => Safetensors.Read(folder.Path));
    }

    private static string Entry(string type, string shape, string offsets) =>
        $$$"""{"a":{"dtype":"{{{type}}}","shape":{{{shape}}},"data_offsets":{{{offsets}}}}}""";
}
