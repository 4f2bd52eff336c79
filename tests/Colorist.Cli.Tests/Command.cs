using System.Diagnostics;
using System.Text;

namespace Colorist.Cli.Tests;

/// <summary>The command as a user runs it.</summary>
/// <param name="ExitCode">0 if all went well.</param>
/// <param name="Bytes">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to standard error.</param>
internal sealed record Command(int ExitCode, byte[] Bytes, string Error)
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Colorist.Cli.dll");

    public string Output => Encoding.UTF8.GetString(Bytes);

    public static Command Run(params string[] arguments) => RunWith([], arguments);

    public static Command RunWith(byte[] input, params string[] arguments) =>
        Run(input, new Dictionary<string, string>(), arguments);

    /// <summary>The same with environment variables of its own.</summary>
    public static Command RunIn(IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        Run([], environment, arguments);

    /// <summary>The same with another home of defaults, moods and presets, and with the shipped model.</summary>
    public static Command RunAtHome(string home, params string[] arguments) =>
        RunIn(new Dictionary<string, string> { ["XDG_CONFIG_HOME"] = home }, arguments);

    /// <summary>The same in a shell.</summary>
    /// <param name="before">What the shell does first.</param>
    /// <param name="redirection">Where the outputs go, such as <c>2&gt; /dev/full</c>.</param>
    /// <param name="arguments">The command's.</param>
    public static Command RunInShell(string before, string redirection, params string[] arguments) =>
        Run([], new Dictionary<string, string>(), "sh",
            ["-c", $"{before} dotnet \"$0\" \"$@\" {redirection}", Program, .. arguments]);

    private static Command Run(byte[] input, IReadOnlyDictionary<string, string> environment, string[] arguments) =>
        Run(input, environment, "dotnet", [Program, .. arguments]);

    private static Command Run(
        byte[] input, IReadOnlyDictionary<string, string> environment, string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Prepare(start);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        process.StandardInput.BaseStream.Write(input);
        process.StandardInput.Close();
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        return new Command(process.ExitCode, output.ToArray(), error.Result);
    }

    /// <summary>Sets the environment in which the command runs in tests.</summary>
    public static void Prepare(ProcessStartInfo start)
    {
        start.Environment["XDG_CONFIG_HOME"] = SmallModelHome.Folder; // not that of whoever runs the tests
        // runs this short gain nothing from compiling a second time
        start.Environment.TryAdd("DOTNET_TC_CallCountThreshold", "3000");
    }
}
