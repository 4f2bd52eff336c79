namespace Colorist.Web.Tests;

public sealed class StudyPlanTests
{
    [Fact]
    public void Plan_OfTheTalk_Shows500OfEachMethodAndEachPhotoOnce()
    {
        var plan = new StudyPlan(1500, 3, 1500, EveryMethod: false);
        var shown = Enumerable.Range(0, 10).Select(number => plan.For(number, new Random(number))).ToList();
        Assert.All(shown, items =>
        {
            Assert.Equal(Enumerable.Range(0, 1500), items.Select(item => item.Photo).Order());
            Assert.All(
                Enumerable.Range(0, 3), method => Assert.Equal(500, items.Count(item => item.Condition == method)));
        });
        AssertEven(plan, shown);
    }

    [Theory]
    [InlineData(1500, 3, 150)]
    [InlineData(7, 3, 4)]
    [InlineData(2, 3, 2)]
    [InlineData(4, 2, 2)]
    [InlineData(9, 1, 5)]
    public void Plan_OfFewerPhotos_TakesTurns(int photos, int methods, int each)
    {
        var plan = new StudyPlan(photos, methods, each, EveryMethod: false);
        var shown = Enumerable.Range(0, 12).Select(number => plan.For(number, new Random(number))).ToList();
        Assert.All(shown, items =>
        {
            Assert.Equal(each, items.Select(item => item.Photo).Distinct().Count());
            var counts = Enumerable.Range(0, methods).Select(method => items.Count(item => item.Condition == method))
                .ToList();
            Assert.InRange(counts.Max() - counts.Min(), 0, 2);
        });
        AssertEven(plan, shown);
    }

    [Fact]
    public void Plan_OfEveryMethod_ComesRoundToAPhotoOnlyAfterAllOthers()
    {
        var items = new StudyPlan(20, 3, 20, EveryMethod: true).For(4, new Random(4));
        Assert.Equal(60, items.Distinct().Count());
        Assert.All(items.Chunk(20), round => Assert.Equal(20, round.Select(item => item.Photo).Distinct().Count()));
        Assert.NotEqual(items.Take(20).Select(item => item.Photo), items.Skip(20).Take(20).Select(item => item.Photo));
    }

    /// <summary>
    /// Over all participants every photo is shown as often as any other, and in each method as often.
    /// </summary>
    private static void AssertEven(StudyPlan plan, List<IReadOnlyList<(int Photo, int Condition)>> shown)
    {
        var all = shown.SelectMany(items => items).ToList();
        var photos = Enumerable.Range(0, plan.Photos).Select(photo => all.Count(item => item.Photo == photo)).ToList();
        Assert.InRange(photos.Max() - photos.Min(), 0, 1);
        var ways = Enumerable.Range(0, Math.Min(plan.Photos, 20))
            .SelectMany(photo => Enumerable.Range(0, plan.Conditions)
            .Select(way => (photo, Count: all.Count(item => item == (photo, way))))).GroupBy(way => way.photo);
        Assert.All(ways, photo => Assert.InRange(photo.Max(way => way.Count) - photo.Min(way => way.Count), 0, 1));
    }
}
