using Colorist;

using var colorizer = Colorizer.Load("models/resnet18");
using var photo = Photo.Load("samples/camera.png");
using var colored = colorizer.Colorize(photo);
colored.Save("camera-colour.png");
