using Colorist;

var builder = WebApplication.CreateBuilder(args);
var model = builder.Configuration["Model"] ?? "models/resnet18";
builder.Services.AddSingleton(_ => Colorizer.Load(model)); // once, for all requests
builder.Services.AddSingleton<PhotoColorizer>();
var app = builder.Build();

// curl --data-binary @old.jpg http://localhost:5000/colored -o colored.png
app.MapPost("/colored", async (HttpRequest request, PhotoColorizer photos, CancellationToken stop) =>
{
    var colored = new MemoryStream();
    try
    {
        await photos.ColorizeAsync(request.Body, "the picture", colored, ".png", stop: stop);
    }
    catch (PhotoException exception) // no picture, or one in colour: the message is one line
    {
        return Results.Problem(exception.Message, statusCode: StatusCodes.Status422UnprocessableEntity);
    }

    colored.Position = 0;
    return Results.Stream(colored, "image/png");
});

app.Run();
