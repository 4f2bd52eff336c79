using System.Text;

namespace Colorist.Tests;

/// <summary>
/// Writes values as Torch7 does, in binary form: null, doubles, texts, booleans, <see cref="Table"/> and the types
/// beside it. What was written already is written as a reference.
/// </summary>
internal sealed class TorchFileWriter(Stream stream) : IDisposable
{
    private readonly BinaryWriter writer = new(stream, Encoding.Latin1);
    private readonly Dictionary<object, int> written = new(ReferenceEqualityComparer.Instance);

    public static void Write(string path, object? value)
    {
        using var writer = new TorchFileWriter(File.Create(path));
        writer.Write(value);
    }

    public void Dispose() => writer.Dispose();

    public void Write(object? value)
    {
        switch (value)
        {
            case null: writer.Write(0); break;
            case double number: writer.Write(1); writer.Write(number); break;
            case string text: writer.Write(2); Text(text); break;
            case bool truth: writer.Write(5); writer.Write(truth ? 1 : 0); break;
            case Table table: Once(3, table, () => Fields(table)); break;
            case Thing thing: Once(4, thing, () => Object(thing)); break;
            case Tensor tensor: Once(4, tensor, () => View(tensor)); break;
            case Storage storage: Once(4, storage, () => Numbers(storage)); break;
            case Function function: Once(8, function, () => { Text(function.Code); Write(null); }); break;
            default: throw new ArgumentException($"{value.GetType()}");
        }
    }

    private void Once(int tag, object value, Action write)
    {
        writer.Write(tag);
        var isNew = written.TryAdd(value, written.Count + 1);
        writer.Write(written[value]);
        if (isNew) write();
    }

    private void Fields(Table table)
    {
        writer.Write(table.Count);
        foreach (var (key, value) in table)
        {
            Write(key);
            Write(value);
        }
    }

    private void Object(Thing thing)
    {
        Class(thing.ClassName);
        Write(thing.Fields);
    }

    private void View(Tensor tensor)
    {
        Class($"torch.{tensor.Numbers?.Type ?? "Double"}Tensor");
        writer.Write(tensor.Sizes.Length);
        foreach (var size in tensor.Sizes) writer.Write(size);
        for (var side = 0; side < tensor.Sizes.Length; side++)
            writer.Write(tensor.Sizes.Skip(side + 1).Aggregate(1L, (a, b) => a * b));
        writer.Write(tensor.Offset);
        Write(tensor.Numbers);
    }

    private void Numbers(Storage storage)
    {
        Class($"torch.{storage.Type}Storage");
        writer.Write(storage.Count ?? storage.Values.Length);
        foreach (var value in storage.Values)
        {
            if (storage.Type == "Double") writer.Write(value);
            else writer.Write((float)value);
        }
    }

    private void Class(string name)
    {
        Text("V 1");
        Text(name);
    }

    private void Text(string text)
    {
        writer.Write(text.Length);
        writer.Write(Encoding.Latin1.GetBytes(text));
    }

    /// <summary>A table of Lua.</summary>
    internal sealed class Table : List<(object Key, object? Value)>
    {
        public static Table List(params IEnumerable<object?> values) =>
            [.. values.Select((value, i) => ((object)(i + 1.0), value))];

        public void Add(object key, object? value) => Add((key, value));
    }

    /// <summary>An object that is stored as a table.</summary>
    internal sealed class Thing(string className, Table fields)
    {
        public string ClassName { get; } = className;

        public Table Fields { get; } = fields;
    }

    /// <summary>A function of Lua.</summary>
    internal sealed class Function(string code)
    {
        public string Code { get; } = code;
    }

    /// <summary>Numbers of a file.</summary>
    internal sealed class Storage(string type, double[] values)
    {
        public string Type { get; } = type;

        public double[] Values { get; } = values;

        /// <summary>How many the file says there are; null for as many as there are.</summary>
        public long? Count { get; init; }
    }

    /// <summary>A view of a storage.</summary>
    internal sealed class Tensor(Storage? numbers, long[] sizes, long offset = 1)
    {
        public Storage? Numbers { get; } = numbers;

        public long[] Sizes { get; } = sizes;

        public long Offset { get; } = offset;
    }
}
