using System.Reflection;

namespace Colorist.Tests;

/// <summary>Members as a line of C#.</summary>
internal static class Signature
{
    private static readonly NullabilityInfoContext Nulls = new();

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(string)] = "string",
    };

    public static string For(MemberInfo member) => member switch
    {
        PropertyInfo property => $"{Name(Nulls.Create(property))} {property.Name}",
        FieldInfo { DeclaringType.IsEnum: true } value => value.Name,
        FieldInfo field => $"{Name(Nulls.Create(field))} {field.Name}",
        ConstructorInfo constructor => $"{constructor.DeclaringType!.Name}({Parameters(constructor)})",
        MethodInfo method => $"{Name(Nulls.Create(method.ReturnParameter))} {method.Name}({Parameters(method)})",
        _ => member.Name,
    };

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters()
        .Select(parameter => $"{Name(Nulls.Create(parameter))} {parameter.Name}{Value(parameter)}"));

    private static string Value(ParameterInfo parameter) =>
        parameter.HasDefaultValue ? $" = {Constant(parameter)}" : "";

    private static string Constant(ParameterInfo parameter) => parameter.RawDefaultValue switch
    {
        null => IsStruct(parameter.ParameterType) ? "default" : "null",
        bool truth => truth ? "true" : "false",
        var value => FormattableString.Invariant($"{value}"),
    };

    private static bool IsStruct(Type type) => type.IsValueType && Nullable.GetUnderlyingType(type) is null;

    private static string Name(NullabilityInfo info)
    {
        var type = info.Type.IsByRef ? info.Type.GetElementType()! : info.Type;
        if (Nullable.GetUnderlyingType(type) is { } value) return Plain(value, info) + "?";
        return Plain(type, info) + (!type.IsValueType && info.ReadState == NullabilityState.Nullable ? "?" : "");
    }

    private static string Plain(Type type, NullabilityInfo info)
    {
        if (Keywords.TryGetValue(type, out var keyword)) return keyword;
        if (type.IsArray) return $"{Plain(type.GetElementType()!, info)}[]";
        if (!type.IsConstructedGenericType) return type.Name;
        var arguments = info.GenericTypeArguments.Length == type.GenericTypeArguments.Length
            ? info.GenericTypeArguments.Select(Name)
            : type.GenericTypeArguments.Select(argument => Plain(argument, info));
        return $"{type.Name.Split('`')[0]}<{string.Join(", ", arguments)}>";
    }
}
