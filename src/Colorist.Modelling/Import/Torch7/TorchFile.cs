using System.Text;

namespace Colorist.Modelling;

/// <summary>
/// Reads the values of a binary Torch7 file. Numbers of tensors stay in the file, so memory is that of the tables
/// alone. Whatever the file says is checked before memory is asked for; functions are skipped, never run.
/// </summary>
internal sealed class TorchFile : IDisposable
{
    private const int MaxDepth = 300;
    private const int MaxValues = 1_000_000;
    private const int MaxText = 1 << 20;
    private const int MaxSides = 8;
    private const string Binary = "a Torch7 file in binary form";

    private static readonly Dictionary<string, int> BytesPerNumber = new()
    {
        ["Double"] = 8,
        ["Float"] = 4,
        ["Half"] = 2,
        ["Long"] = 8,
        ["Int"] = 4,
        ["Short"] = 2,
        ["Byte"] = 1,
        ["Char"] = 1,
        ["Cuda"] = 4,
        ["CudaDouble"] = 8,
        ["CudaHalf"] = 2,
        ["CudaLong"] = 8,
        ["CudaInt"] = 4,
        ["CudaShort"] = 2,
        ["CudaByte"] = 1,
        ["CudaChar"] = 1,
    };

    private readonly string path;
    private readonly FileStream stream;
    private readonly BinaryReader reader;
    private readonly Dictionary<int, object?> seen = [];
    private int values;

    /// <param name="path">The file.</param>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public TorchFile(string path)
    {
        this.path = path;
        stream = File.OpenRead(path);
        reader = new BinaryReader(stream, Encoding.UTF8);
    }

    /// <summary>Reads the file's one value.</summary>
    /// <returns>Null, a double, a text, a bool, or one of <see cref="TorchTable"/> and the types beside it.</returns>
    /// <exception cref="ModelException">The file is damaged, or of another kind.</exception>
    public object? Read()
    {
        try
        {
            CheckKind();
            return Value(depth: 0);
        }
        catch (EndOfStreamException e)
        {
            throw new ModelException(path, "a whole Torch7 file", "one cut short", e);
        }
    }

    /// <summary>Reads the numbers of a tensor.</summary>
    /// <param name="tensor">Of this file.</param>
    /// <param name="name">What it is, for messages.</param>
    /// <exception cref="ModelException">It is no tensor of weights.</exception>
    public float[] Numbers(TorchTensor tensor, string name) => tensor.Storage is { } storage
        ? TorchNumbers.Read(stream, storage, tensor, BytesPerNumber[storage.Type], $"{path}, {name}")
        : throw Wrong($"weights of {name}", "an empty tensor");

    public void Dispose() => reader.Dispose();

    /// <summary>Other files that people call .t7.</summary>
    private void CheckKind()
    {
        Span<byte> first = stackalloc byte[2];
        stream.ReadExactly(first);
        stream.Position = 0;
        if (first is [0x80, 0x02]) throw Wrong(Binary, "a PyTorch file, a pickle, under the name of one");
        if (first is [(byte)'P', (byte)'K'])
            throw Wrong(Binary, "a zip, as PyTorch writes them, under the name of one");
    }

    private object? Value(int depth)
    {
        if (depth > MaxDepth) throw Wrong($"values nested at most {MaxDepth} deep", "deeper ones");
        if (++values > MaxValues) throw Wrong($"at most {MaxValues} values", "more");
        return reader.ReadInt32() switch
        {
            0 => null,
            1 => reader.ReadDouble(),
            2 => Text(),
            3 => Once(index => Table(index, depth)),
            4 => Once(index => Class(index, depth)),
            5 => reader.ReadInt32() != 0,
            6 => Function(depth),
            7 or 8 => Once(index => Function(depth, index)),
            var tag => throw Wrong(Binary, $"a value of the unknown kind {tag}"),
        };
    }

    private object? Once(Func<int, object?> read)
    {
        var index = reader.ReadInt32();
        return seen.TryGetValue(index, out var known) ? known : read(index);
    }

    private TorchTable Table(int index, int depth)
    {
        var table = new TorchTable();
        seen[index] = table; // before its values, which may be the table itself
        var count = reader.ReadInt32();
        if (count < 0) throw Wrong("a table of 0 or more values", $"{count}");
        for (var i = 0; i < count; i++)
        {
            var key = Value(depth + 1) ?? throw Wrong("a key in a table", "none");
            table[key] = Value(depth + 1);
        }
        return table;
    }

    private object Class(int index, int depth)
    {
        var name = Text();
        if (name.StartsWith("V ", StringComparison.Ordinal)) name = Text();
        if (Numeric(name, "Tensor") is not null) return Tensor(index, depth);
        if (Numeric(name, "Storage") is { } type) return Storage(index, type);
        if (name.StartsWith("tds.", StringComparison.Ordinal)) throw Wrong("classes of nn, nngraph and torch", name);
        var made = new TorchObject(name);
        seen[index] = made;
        made.Fields = Value(depth + 1) as TorchTable ?? throw Wrong($"a table of fields in {name}", "something else");
        return made;
    }

    /// <summary>The type of numbers of <c>torch.DoubleTensor</c>; null for other classes.</summary>
    private static string? Numeric(string name, string kind)
    {
        const string Prefix = "torch.";
        var isOne = name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(kind, StringComparison.Ordinal);
        return isOne && name[Prefix.Length..^kind.Length] is var type && BytesPerNumber.ContainsKey(type) ? type : null;
    }

    private TorchTensor Tensor(int index, int depth)
    {
        var tensor = new TorchTensor();
        seen[index] = tensor;
        var sides = reader.ReadInt32();
        if (sides is < 0 or > MaxSides) throw Wrong($"a tensor of 0 to {MaxSides} sides", $"{sides}");
        tensor.Sizes = [.. Enumerable.Range(0, sides).Select(_ => reader.ReadInt64())];
        tensor.Strides = [.. Enumerable.Range(0, sides).Select(_ => reader.ReadInt64())];
        tensor.Offset = reader.ReadInt64();
        var storage = Value(depth + 1);
        tensor.Storage = storage as TorchStorage;
        return storage is null or TorchStorage ? tensor : throw Wrong("the storage of a tensor", "something else");
    }

    private TorchStorage Storage(int index, string type)
    {
        var count = reader.ReadInt64();
        var storage = new TorchStorage(stream.Position, count, type);
        seen[index] = storage;
        var room = (stream.Length - stream.Position) / BytesPerNumber[type];
        if (count < 0 || count > room) throw Wrong($"at most {room} numbers in the rest of the file", $"{count}");
        stream.Seek(count * BytesPerNumber[type], SeekOrigin.Current);
        return storage;
    }

    private object? Function(int depth, int? index = null)
    {
        if (index is { } number) seen[number] = null;
        Skip(reader.ReadInt32());
        Value(depth + 1); // what the function holds on to
        return null;
    }

    private void Skip(int bytes)
    {
        if (bytes < 0 || bytes > stream.Length - stream.Position) throw new EndOfStreamException();
        stream.Seek(bytes, SeekOrigin.Current);
    }

    private string Text()
    {
        var length = reader.ReadInt32();
        if (length is < 0 or > MaxText) throw Wrong($"a text of at most {MaxText} bytes", $"{length}");
        if (length > stream.Length - stream.Position) throw new EndOfStreamException();
        return Encoding.Latin1.GetString(reader.ReadBytes(length));
    }

    private ModelException Wrong(string expected, string found) => new(path, expected, found);
}
