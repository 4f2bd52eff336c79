using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Colorist.Training.Tests;

public sealed class CriticTests
{
    [Fact]
    public void LeakyRelu_AnyNumbers_AreThoseOfTorchs()
    {
        using var scope = NewDisposeScope();
        using var ours = new LeakyRelu();
        using var torchs = nn.LeakyReLU(0.2);
        var numbers = randn(8, 8);
        Assert.True(ours.forward(numbers).equal(torchs.forward(numbers)).all().item<bool>());
    }

    /// <summary>Torch's own loses its scalar to the garbage collector now and then.</summary>
    [Fact]
    public void Critic_Layers_HaveNoLeakyReluOfTorchs()
    {
        using var critic = new Critic(ResNetSizes.Tiny);
        Assert.DoesNotContain(critic.modules(), module => module is LeakyReLU);
        Assert.Contains(critic.modules(), module => module is LeakyRelu);
    }

    [Fact]
    public void Forward_Picture_GivesAMapForEachOfTheTrunksAndOneForThePixels()
    {
        using var scope = NewDisposeScope();
        using var trunk = new ColorTrunk(ResNetSizes.Tiny);
        using var critic = new Critic(ResNetSizes.Tiny);
        var picture = rand(2, 3, 64, 64);
        var sides = critic.forward(picture, trunk.forward(picture)).Select(map => $"{map.shape[1]} {map.shape[2]}");
        Assert.Equal(["1 16", "1 8", "1 4", "1 2", "1 7"], sides);
    }
}
