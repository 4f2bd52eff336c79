using System;
using System.IO;
using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// Makes one ELF64 library load where libstdc++ is older than 13: its need of GLIBCXX_3.4.32 becomes weak, and the one
/// symbol of that version, an initialiser that older versions run elsewhere, is bound to getpid, which takes nothing
/// and changes nothing.
/// </summary>
public sealed class WeakenLibStdCxx13 : Task
{
    private const string Symbol = "_ZSt21ios_base_library_initv";
    private const string Version = "GLIBCXX_3.4.32";
    private const ushort WeakFlag = 2;
    private const ushort GlobalVersion = 1;

    private byte[] elf = Array.Empty<byte>();

    [Required]
    public string Library { get; set; } = "";

    public override bool Execute()
    {
        elf = File.ReadAllBytes(Library);
        var names = Section(".dynstr");
        if (!BindSymbolToGetpid(names)) return true; // done by an earlier build, or no longer needed
        MakeVersionWeak(names);
        var written = File.GetLastWriteTimeUtc(Library);
        File.WriteAllBytes(Library, elf);
        File.SetLastWriteTimeUtc(Library, written); // so that the next build does not copy the original again
        return true;
    }

    private bool BindSymbolToGetpid(long names)
    {
        var symbols = Section(".dynsym");
        var versions = Section(".gnu.version");
        for (var i = 0; i < SectionSize(".dynsym") / 24; i++)
        {
            var name = names + U32(symbols + 24 * i);
            if (Name(name) != Symbol) continue;
            Encoding.ASCII.GetBytes("getpid\0").CopyTo(elf, name);
            BitConverter.GetBytes(GlobalVersion).CopyTo(elf, versions + 2 * i);
            return true;
        }
        return false;
    }

    private void MakeVersionWeak(long names)
    {
        for (long need = Section(".gnu.version_r"), next = 1; next != 0; need += next)
        {
            var entry = need + U32(need + 8);
            for (var left = U16(need + 2); left > 0; left--, entry += U32(entry + 12))
            {
                if (Name(names + U32(entry + 8)) == Version)
                    BitConverter.GetBytes((ushort)(U16(entry + 4) | WeakFlag)).CopyTo(elf, entry + 4);
            }
            next = U32(need + 12);
        }
    }

    private long Section(string name) => BitConverter.ToInt64(elf, (int)Header(name) + 24);

    private long SectionSize(string name) => BitConverter.ToInt64(elf, (int)Header(name) + 32);

    private long Header(string name)
    {
        var headers = BitConverter.ToInt64(elf, 40);
        var nameTable = BitConverter.ToInt64(elf, (int)headers + 64 * U16(62) + 24);
        for (var i = 0; i < U16(60); i++)
            if (Name(nameTable + U32(headers + 64 * i)) == name) return headers + 64 * i;
        throw new InvalidDataException(Library + ": no section " + name);
    }

    private string Name(long at)
    {
        var end = Array.IndexOf(elf, (byte)0, (int)at);
        return Encoding.ASCII.GetString(elf, (int)at, end - (int)at);
    }

    private uint U32(long at) => BitConverter.ToUInt32(elf, (int)at);

    private ushort U16(long at) => BitConverter.ToUInt16(elf, (int)at);
}
