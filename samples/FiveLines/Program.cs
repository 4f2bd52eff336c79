using Colorist;

using var colorizer = Colorizer.Load("models/lively");
using var photo = Photo.Load("samples/camera.png");
using var coloured = colorizer.Colorize(photo);
coloured.Save("camera-colour.png");
