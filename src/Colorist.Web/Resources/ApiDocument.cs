using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace Colorist.Web;

/// <summary>The OpenAPI document, and the page that shows it.</summary>
internal static class ApiDocument
{
    public static void Describe(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Colorist",
                Version = "1",
                Description =
                    "Puts colour into black-and-white photographs and films. Errors are RFC 9457 problem details: "
                    + string.Join(", ", Problem.All.Select(problem => $"{problem.Status} {problem.Name}")) + ".",
                License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
            };
            document.Servers = [];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            foreach (var body in context.Description.ActionDescriptor.EndpointMetadata.OfType<ApiBody>())
                operation.RequestBody = RequestBody(body);
            AddExamples(operation);
            return Task.CompletedTask;
        });
    }

    /// <summary>Readable documentation that asks no other server for anything.</summary>
    public static void Show(ScalarOptions options, HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy =
            "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'";
        options.Title = "Colorist's API";
        options.OpenApiRoutePattern = "/openapi/{documentName}.json";
        options.DefaultFonts = false;
        options.DefaultOpenAllTags = true;
        options.Telemetry = false;
        options.Agent = new ScalarAgentOptions { Disabled = true };
        options.Mcp = new ScalarMcpOptions { Disabled = true };
        options.ShowDeveloperTools = DeveloperToolsVisibility.Never;
        options.HideClientButton = true;
    }

    private static OpenApiRequestBody RequestBody(ApiBody body)
    {
        var content = new Dictionary<string, OpenApiMediaType>();
        if (body.IsStrokes) content["image/png"] = Bytes();
        else
        {
            content["multipart/form-data"] = new OpenApiMediaType { Schema = Form(body), Example = Example(body) };
            if (body.NeedsFile)
            {
                content[body.IsFilm ? "video/*" : "image/*"] = Bytes();
                content["application/octet-stream"] = Bytes();
            }
        }

        return new OpenApiRequestBody
        {
            Required = true,
            Description = body.NeedsFile && !body.IsStrokes
                ? "A form, or the bare bytes with the options in the query."
                : null,
            Content = content.ToDictionary(pair => pair.Key, pair => pair.Value),
        };
    }

    private static OpenApiMediaType Bytes() => new() { Schema = Binary() };

    private static OpenApiSchema Binary() => new() { Type = JsonSchemaType.String, Format = "binary" };

    private static OpenApiSchema Form(ApiBody body)
    {
        var schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = new Dictionary<string, IOpenApiSchema>(),
            AdditionalPropertiesAllowed = false
        };
        if (body.NeedsFile)
        {
            schema.Properties["file"] = Binary();
            schema.Required = new HashSet<string> { "file" };
        }

        foreach (var option in ApiOptions.Of(body.Subject)) schema.Properties[option.Name] = Of(option);
        return schema;
    }

    private static OpenApiSchema Of(ApiOption option)
    {
        var one = option.Kind switch
        {
            ApiOptionKind.Number => new OpenApiSchema
            {
                Type = JsonSchemaType.Number,
                Minimum = FormattableString.Invariant($"{option.Min}"),
                Maximum = FormattableString.Invariant($"{option.Max}"),
                Default = option.Usual,
            },
            ApiOptionKind.Boolean => new OpenApiSchema { Type = JsonSchemaType.Boolean },
            ApiOptionKind.Picture => Binary(),
            ApiOptionKind.Choice => new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Enum = [.. option.Choices.Select(choice => (JsonNode)choice)]
            },
            _ => new OpenApiSchema { Type = JsonSchemaType.String },
        };
        if (!option.IsMany)
        {
            one.Description = option.Description;
            return one;
        }

        return new OpenApiSchema { Type = JsonSchemaType.Array, Items = one, Description = option.Description };
    }

    private static JsonObject Example(ApiBody body)
    {
        var example = new JsonObject();
        if (ApiOptions.Of(body.Subject).Contains(ApiOptions.Saturation)) example["saturation"] = 1.2;
        if (body.NeedsFile) example["file"] = body.IsFilm ? "reel.mp4" : "camera.png";
        return example;
    }

    /// <summary>What answers look like.</summary>
    private static void AddExamples(OpenApiOperation operation)
    {
        foreach (var (status, response) in operation.Responses ?? [])
        {
            if (response.Content is null) continue;
            foreach (var (type, media) in response.Content)
            {
                if (type == "application/problem+json"
                    && Problem.All.FirstOrDefault(problem => $"{problem.Status}" == status) is { } problem)
                    media.Example = new JsonObject
                    {
                        ["type"] = $"urn:colorist:problem:{problem.Name}",
                        ["title"] = problem.Title,
                        ["status"] = problem.Status,
                        ["detail"] = "file: expected a picture, found an empty file"
                    };
                else if (type == "application/json" && status == "202" || operation.Summary == "How far a job is")
                    media.Example = new JsonObject
                    {
                        ["id"] = "0f8fad5bd9cb469fa16570867728950e",
                        ["kind"] = "film",
                        ["state"] = "running",
                        ["done"] = 120,
                        ["total"] = 2400,
                        ["eta"] = 95.5,
                        ["remarks"] = new JsonArray()
                    };
            }
        }
    }
}
