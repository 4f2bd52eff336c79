namespace Colorist.Web;

/// <summary>The look that is wished for something on a page, with the pictures it comes from.</summary>
/// <param name="colorizer">The model.</param>
internal sealed class WishedLook(Colorizer colorizer) : IDisposable
{
    private Upload? upload;

    /// <summary>The look; the model's own colours at first.</summary>
    public Look Value { get; private set; } = new();

    /// <summary>The same as it was sent.</summary>
    public FormFields Fields => upload?.Fields ?? new FormFields(ApiSubject.Session);

    /// <summary>Changes it.</summary>
    /// <param name="wished">Its fields; their folder is deleted with the next change.</param>
    /// <param name="stop">Stops the reading.</param>
    /// <returns>Whether the network has to be asked again: more than tones changed.</returns>
    /// <exception cref="ArgumentException">There is no such mood, or the model cannot do it.</exception>
    /// <exception cref="PhotoException">A picture cannot be read.</exception>
    public async Task<bool> ChangeAsync(Upload wished, CancellationToken stop)
    {
        var wanted = await Task.Run(() => LookFields.Read(wished.Fields, colorizer), stop);
        var isOther = wished.Fields.Key(ApiOptions.Tones) != Fields.Key(ApiOptions.Tones)
            || wanted.Caution != Value.Caution; // a preset's
        Dispose();
        (upload, Value) = (wished, wanted);
        return isOther;
    }

    public void Dispose()
    {
        if (upload is not null) Storage.Delete(upload.Folder);
    }
}
