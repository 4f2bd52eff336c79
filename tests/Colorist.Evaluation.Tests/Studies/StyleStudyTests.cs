namespace Colorist.Evaluation.Tests;

public sealed class StyleStudyTests
{
    [Theory]
    [InlineData(new int[0], "found 0 pictures, 0 with a label, 0 scenes")]
    [InlineData(new[] { -1, -1 }, "found 2 pictures, 0 with a label, 0 scenes")]
    [InlineData(new[] { 0, 1, 2 }, "found 3 pictures, 3 with a label, 3 scenes")]
    [InlineData(new[] { 0, 0, 1, -1 }, "found 4 pictures, 3 with a label, 2 scenes")]
    public void Measure_PicturesThatGiveNoPairs_SaysWhatItWants(int[] labels, string found)
    {
        using var colorizer = Colorizer.Load(Repository.ShippedModel);
        LabelledPicture[] pictures = [
            .. labels.Select(label => new LabelledPicture("picture", [], label < 0 ? null : label))];
        var error = Assert.Throws<DataException>(() => StyleStudy.Measure(colorizer, pictures));
        Assert.Contains(found, error.Message);
    }
}
