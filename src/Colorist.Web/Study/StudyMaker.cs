using System.Security.Cryptography;

namespace Colorist.Web;

/// <summary>Makes studies.</summary>
public static class StudyMaker
{
    /// <summary>Makes a study of photos: mixes them, and draws who is shown what.</summary>
    /// <param name="folder">Of the study; it appears complete or not at all.</param>
    /// <param name="methods">Two or more; those with folders first, as models colour the photos of the first.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="done">Hears how many of how many photos are done.</param>
    /// <param name="left">Hears of photos that are left out, and why.</param>
    /// <param name="stop">Stops the work; nothing is left then.</param>
    /// <returns>The study.</returns>
    /// <exception cref="ArgumentException">
    /// An option is out of its range, or the methods do not make a study.
    /// </exception>
    /// <exception cref="StudyException">
    /// There is something of the folder's name, it cannot be written, or there are no photos.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static Study Create(
        string folder, IReadOnlyList<StudyMethod> methods, StudyOptions? options = null,
        Action<int, int>? done = null, Action<string>? left = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(methods);
        options ??= new StudyOptions();
        options.Check();
        CheckMethods(methods);
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (Path.Exists(path)) throw new StudyException(folder, "no folder yet", "something of that name");
        var beside = Path.Combine(Path.GetDirectoryName(path)!, $".colorist-{Guid.NewGuid():N}");
        try
        {
            var photos = WritePictures(beside, methods, options, done ?? ((_, _) => { }), left ?? (_ => { }), stop);
            var study = Mix(methods, photos, options);
            study.Save(beside);
            Directory.Move(beside, path);
            return study;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StudyException(folder, "a folder that can be written", exception.Message, exception);
        }
        finally
        {
            if (Directory.Exists(beside)) Directory.Delete(beside, recursive: true);
        }
    }

    private static void CheckMethods(IReadOnlyList<StudyMethod> methods)
    {
        if (methods.Count < 2)
            throw new ArgumentException($"expected two methods or more to compare, found {methods.Count}");
        if (methods[0].Folder is null)
            throw new ArgumentException("expected a folder of pictures for the first method, found none");
        var names = methods.Select(method => method.Name).ToList();
        if (names.Find(name => string.IsNullOrWhiteSpace(name)) is not null)
            throw new ArgumentException("expected names of methods, found an empty one");
        if (names.Count != names.Distinct().Count())
            throw new ArgumentException($"expected different names of methods, found {string.Join(", ", names)}");
    }

    /// <returns>For each photo, in random order, its name and the picture of each method.</returns>
    private static List<(string Name, string[] Pictures)> WritePictures(
        string beside, IReadOnlyList<StudyMethod> methods, StudyOptions options, Action<int, int> done,
        Action<string> left, CancellationToken stop)
    {
        var found = StudyPhotos.InAll([.. methods.Select(method => method.Folder).OfType<string>()], left).ToArray();
        if (options.PhotosEach > found.Length)
            throw new ArgumentException(
                $"expected at most {found.Length} photos for each participant, as there are no more, found {options.PhotosEach}");
        new Random(options.Seed).Shuffle(found);
        Directory.CreateDirectory(Study.PathOf(beside, ""));
        var variants = new StudyVariants(methods, options.Side);
        var photos = new List<(string, string[])>();
        foreach (var (index, (name, files)) in found.Index())
        {
            stop.ThrowIfCancellationRequested();
            try
            {
                var read = variants.Read(files, stop);
                string[] pictures = [
                    .. methods.Select(_ => $"{RandomNumberGenerator.GetHexString(16, lowercase: true)}.jpg")];
                StudyVariants.Write(read, [.. pictures.Select(picture => Study.PathOf(beside, picture))]);
                photos.Add((name, pictures));
            }
            catch (PhotoException exception)
            {
                left($"left out, {exception.Message}");
            }

            done(index + 1, found.Length);
        }

        return photos.Count > 0
            ? photos
            : throw new StudyException(methods[0].Folder!, "photos that can be shown in all methods", "none");
    }

    private static Study Mix(
        IReadOnlyList<StudyMethod> methods, List<(string Name, string[] Pictures)> photos, StudyOptions options)
    {
        string[] names = [.. methods.Select(method => method.Name)];
        int[][] conditions = options.Kind == StudyKind.Natural
            ? [.. names.Select((_, i) => (int[])[i])]
            : [
                .. names.SelectMany((_, first) =>
                    Enumerable.Range(first + 1, names.Length - first - 1).Select(second => (int[])[first, second]))];
        var each = Math.Min(options.PhotosEach ?? photos.Count, photos.Count);
        if (each < conditions.Length && !options.EveryMethod)
            throw new ArgumentException(
                $"expected {conditions.Length} photos or more for each participant, or each photo in every method, found {each}");
        var plan = new StudyPlan(photos.Count, conditions.Length, each, options.EveryMethod);
        var key =
            photos.SelectMany(photo =>
                photo.Pictures.Select((picture, method) => (picture, new StudyPicture(photo.Name, names[method]))));
        var participants = Enumerable.Range(0, options.Participants).Select(number => new StudyParticipant(
            RandomNumberGenerator.GetHexString(32, lowercase: true),
            Shown(plan, number, conditions, photos, new Random(unchecked(options.Seed * 7919 + number)))));
        return new Study(
            options.Title, options.Kind, names, key.OrderBy(pair => pair.picture).ToDictionary(), [.. participants]);
    }

    private static List<IReadOnlyList<string>> Shown(
        StudyPlan plan, int participant, int[][] conditions, List<(string Name, string[] Pictures)> photos,
        Random random)
    {
        var shown = plan.For(participant, random);
        // of two pictures, each method is first as often
        var turned = Enumerable.Range(0, shown.Count).Select(i => i % 2 == 1).ToArray();
        random.Shuffle(turned);
        return [.. shown.Zip(turned, (item, turn) =>
        {
            var pictures = conditions[item.Condition].Select(method => photos[item.Photo].Pictures[method]);
            return (IReadOnlyList<string>)[.. turn ? pictures.Reverse() : pictures];
        })];
    }
}
