using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Colorist.Tests;

/// <summary>The summaries of an assembly's members as Markdown, from the XML file beside it.</summary>
internal sealed partial class XmlDocs(Assembly assembly)
{
    private readonly Dictionary<string, XElement> members =
        XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml"))
        .Descendants("member").ToDictionary(member => member.Attribute("name")!.Value);

    /// <summary>
    /// One line; empty where there is none. A positional record says its properties in its parameters.
    /// </summary>
    public string Summary(MemberInfo member)
    {
        if (members.GetValueOrDefault(Id(member))?.Element("summary") is { } summary) return Text(summary);
        if (member is not PropertyInfo || !members.TryGetValue(Id(member.DeclaringType!), out var record)) return "";
        var said = record.Elements("param").FirstOrDefault(param => param.Attribute("name")!.Value == member.Name);
        return said is null ? "" : Text(said);
    }

    private static string Id(MemberInfo member) => member switch
    {
        Type type => $"T:{Name(type)}",
        PropertyInfo property =>
            $"P:{Name(property.DeclaringType!)}.{property.Name}{Parameters(property.GetIndexParameters())}",
        FieldInfo field => $"F:{Name(field.DeclaringType!)}.{field.Name}",
        MethodBase method =>
            $"M:{Name(method.DeclaringType!)}.{method.Name.Replace('.', '#')}{Parameters(method.GetParameters())}",
        _ => "",
    };

    private static string Parameters(ParameterInfo[] parameters) =>
        parameters.Length == 0 ? ""
            : $"({string.Join(',', parameters.Select(parameter => Name(parameter.ParameterType)))})";

    /// <summary>A type as documentation files name it.</summary>
    private static string Name(Type type)
    {
        if (type.IsByRef) return Name(type.GetElementType()!) + "@";
        if (type.IsArray) return Name(type.GetElementType()!) + "[]";
        if (!type.IsConstructedGenericType) return type.FullName?.Replace('+', '.') ?? type.Name;
        var open = type.GetGenericTypeDefinition().FullName!;
        return $"{open[..open.IndexOf('`', StringComparison.Ordinal)]}{{{string.Join(',', type.GenericTypeArguments.Select(Name))}}}";
    }

    private static string Text(XElement element) =>
        Blanks().Replace(string.Concat(element.Nodes().Select(Text)), " ").Trim();

    private static string Text(XNode node) => node switch
    {
        XText text =>
            text.Value.Replace("|", "\\|", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal),
        XElement { Name.LocalName: "see" or "seealso" } see => Reference(see),
        XElement { Name.LocalName: "c" } code => $"`{code.Value.Replace("|", "\\|", StringComparison.Ordinal)}`",
        XElement { Name.LocalName: "paramref" } parameter => $"`{parameter.Attribute("name")!.Value}`",
        XElement other => Text(other),
        _ => "",
    };

    private static string Reference(XElement see)
    {
        if ((see.Attribute("cref") ?? see.Attribute("langword"))?.Value is not { } target) return see.Value;
        var name = target.Split('(')[0].Split(':')[^1].Split('`')[0];
        return $"`{name.Split('.')[^1]}`";
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
