namespace Colorist.Modelling;

/// <summary>A table of Lua: values by text, number or object; cycles are possible.</summary>
internal sealed class TorchTable
{
    private readonly Dictionary<object, object?> values = [];

    /// <summary>The value of a key; null where there is none.</summary>
    public object? this[object key]
    {
        get => values.GetValueOrDefault(key);
        set => values[key] = value;
    }

    /// <summary>The values of 1, 2, 3 and so on, up to the first that is not there.</summary>
    public IEnumerable<object?> List()
    {
        for (var number = 1; values.TryGetValue((double)number, out var value); number++) yield return value;
    }
}

/// <summary>An object of a class that is stored as a table: a layer, a node of a graph.</summary>
internal sealed class TorchObject(string className)
{
    /// <summary>Such as <c>nn.Linear</c>.</summary>
    public string ClassName { get; } = className;

    /// <summary>Its fields.</summary>
    public TorchTable Fields { get; set; } = new();
}

/// <summary>Where numbers lie in the file; they are not read before they are asked for.</summary>
/// <param name="Position">Of the first, from the beginning of the file.</param>
/// <param name="Count">How many.</param>
/// <param name="Type">Such as <c>Double</c>.</param>
internal sealed record TorchStorage(long Position, long Count, string Type);

/// <summary>A view into a storage.</summary>
internal sealed class TorchTensor
{
    /// <summary>Sides, the last running fastest; none for an empty tensor.</summary>
    public long[] Sizes { get; set; } = [];

    /// <summary>Numbers of the storage from one place to the next along each side.</summary>
    public long[] Strides { get; set; } = [];

    /// <summary>The first number in the storage, from 1.</summary>
    public long Offset { get; set; } = 1;

    /// <summary>Null for an empty tensor.</summary>
    public TorchStorage? Storage { get; set; }

    /// <summary>Whether both show the same numbers of the file.</summary>
    public bool IsSameAs(TorchTensor other) =>
        Storage == other.Storage && Offset == other.Offset && Sizes.SequenceEqual(other.Sizes);
}
