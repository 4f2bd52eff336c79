using Colorist.CommandLine;

namespace Colorist.Training.Tests;

public sealed class PlainMessageTests
{
    [Fact]
    public void Line_OfAnyException_HasNoNamesOfTheCode()
    {
        Assert.Equal("expected hints, found none",
            PlainMessage.Line(new ArgumentException("expected hints, found none", "look")));
        Assert.Equal("expected 0..3, found 3.5",
            PlainMessage.Line(new ArgumentOutOfRangeException("factor", 3.5f, "expected 0..3")));
        Assert.Equal("expected 0..3, found 7",
            PlainMessage.Line(new ArgumentOutOfRangeException("factor", 7, "expected 0..3, found 7")));
        Assert.Equal("expected a file, found a (Parameter 'x') in two lines",
            PlainMessage.Line(new IOException("expected a file, found\na (Parameter 'x') in two lines")));
    }
}
