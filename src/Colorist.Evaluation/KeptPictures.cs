namespace Colorist.Evaluation;

/// <summary>
/// The pictures of an evaluation as files, to show them to people: true colours in one folder, the model's in another.
/// </summary>
public static class KeptPictures
{
    /// <summary>The folder of the true colours.</summary>
    public const string Truth = "truth";

    /// <summary>The folder of the model's colours.</summary>
    public const string Colored = "coloured";

    /// <summary>Makes the folders.</summary>
    /// <exception cref="DataException">There are pictures already, which would be mixed with others.</exception>
    internal static void Prepare(string folder)
    {
        foreach (var name in (string[])[Truth, Colored])
        {
            var path = Path.Combine(folder, name);
            if (Path.Exists(path)) throw new DataException(path, "no folder of pictures yet", "one");
            Directory.CreateDirectory(path);
        }
    }

    /// <summary>
    /// Writes a picture as PNG into both folders, called by its place: data sets name theirs as they like.
    /// </summary>
    /// <param name="folder">Where the two folders are made.</param>
    /// <param name="index">Place in the data set's stored order, from 0.</param>
    /// <param name="picture">In its colours.</param>
    /// <exception cref="DataException">A file cannot be written.</exception>
    internal static void Write(string folder, int index, ColoredPicture picture)
    {
        Save(Truth, picture.Truth);
        Save(Colored, picture.Predicted);

        void Save(string name, RgbPicture rgb)
        {
            using var photo = Photo.FromRgb(rgb.Width, rgb.Height, rgb.Pixels);
            var path = Path.Combine(folder, name, $"{index:d6}.png");
            try
            {
                photo.Save(path);
            }
            catch (PhotoException exception) // or the evaluation would pass over a picture that is good
            {
                throw new DataException(path, exception.Expected, exception.Found, exception);
            }
        }
    }
}
