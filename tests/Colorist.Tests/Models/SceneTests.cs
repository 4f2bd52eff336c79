using CsCheck;

namespace Colorist.Tests;

public sealed class SceneTests
{
    private static readonly Gen<Scene> Scenes = Gen.Select(
        Gen.Float[0, 5].Array[8], Gen.Float[0, 1].Array[3],
        (vector, probabilities) => new Scene(vector, probabilities));

    [Fact]
    public void Toward_WithStrength0_ChangesNothing() => Gen.Select(Scenes, Scenes).Sample((own, style) =>
        Assert.Equal(own.Vector, own.Toward(style, 0).Vector));

    [Fact]
    public void Toward_ItselfAtAnyStrength_ChangesNothing() => Gen.Select(Scenes, Gen.Float[0, 1])
        .Sample((own, strength) =>
        Assert.Equal(own.Vector, own.Toward(own, strength).Vector));

    [Fact]
    public void Toward_WithStrength1_IsTheStylesVectorWithTheOwnProbabilities() => Gen.Select(Scenes, Scenes)
        .Sample((own, style) =>
    {
        var moved = own.Toward(style, 1);
        Assert.All(style.Vector.Zip(moved.Vector), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
        Assert.Same(own.Probabilities, moved.Probabilities);
    });

    [Fact]
    public void Toward_Halfway_LiesInTheMiddle()
    {
        var moved = new Scene([0, 4], []).Toward(new Scene([2, 2], []), 0.5f);
        Assert.Equal([1, 3], moved.Vector);
    }

    [Fact]
    public void Mix_OfOne_IsThatScene() => Gen.Select(Scenes, Gen.Float[0.01f, 100]).Sample((scene, weight) =>
        Assert.Equal(scene.Vector, Scene.Mix([(scene, weight)]).Vector));

    [Fact]
    public void Mix_OfSeveral_CountsProportionsOnly()
    {
        var mixed = Scene.Mix([(new Scene([0, 8], [1, 0]), 3), (new Scene([4, 0], [0, 1]), 9)]);
        Assert.Equal([3, 2], mixed.Vector);
        Assert.Equal([0.25f, 0.75f], mixed.Probabilities);
    }

    [Fact]
    public void Mix_WrongParts_AreRefused()
    {
        var scene = new Scene([1, 2], [1]);
        Assert.Throws<ArgumentException>(() => Scene.Mix([]));
        Assert.Throws<ArgumentException>(() => Scene.Mix([(scene, 0)]));
        Assert.Throws<ArgumentException>(() => Scene.Mix([(scene, float.NaN)]));
        Assert.Throws<ArgumentException>(() => Scene.Mix([(scene, 1), (new Scene([1], [1]), 1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => scene.Toward(scene, 1.1f));
        Assert.Throws<ArgumentOutOfRangeException>(() => scene.Toward(scene, float.NaN));
        Assert.Throws<ArgumentException>(() => scene.Toward(new Scene([1, 2, 3], [1]), 1));
    }
}
