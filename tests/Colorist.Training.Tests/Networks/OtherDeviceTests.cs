using System.Reflection;
using TorchSharp;
using static TorchSharp.torch;

namespace Colorist.Training.Tests;

/// <summary>
/// What a GPU asks for, on the one other device that every machine has: "meta", whose tensors have shapes and no
/// values. A tensor that stays behind on the processor would end a run on a GPU.
/// </summary>
public sealed class OtherDeviceTests
{
    public static TheoryData<string> Modules => [.. Made.Keys];

    private static Dictionary<string, Func<nn.Module>> Made { get; } = new()
    {
        ["the paper's network"] = () => new ColorizationNetwork(NetworkSizes.Tiny),
        ["the ResNet network"] = () => new ResNetNetwork(ResNetSizes.Tiny),
        ["the frozen trunk"] = () => new ColorTrunk(ResNetSizes.Tiny),
        ["the critic"] = () => new Critic(ResNetSizes.Tiny),
    };

    [Theory, MemberData(nameof(Modules))]
    public void To_AnotherDevice_LeavesNoTensorBehind(string name)
    {
        using var module = Made[name]();
        module.to(DeviceType.META);
        Assert.NotEmpty(module.state_dict());
        Assert.All(module.state_dict().Values, tensor => Assert.Equal(DeviceType.META, tensor.device_type));
        foreach (var part in module.modules().Prepend(module))
            Assert.All(Tensors(part), tensor => Assert.Equal(DeviceType.META, tensor.device_type));
    }

    private static IEnumerable<Tensor> Tensors(nn.Module part) =>
        part.GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)
            .Select(field => field.GetValue(part)).OfType<Tensor>();
}
