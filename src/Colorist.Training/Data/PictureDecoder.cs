namespace Colorist.Training;

/// <summary>Makes batches of encoded pictures: scaled, cut, aged, beside what the network learns of them.</summary>
/// <param name="recipe">Says how, and what is asked for.</param>
internal sealed class PictureDecoder(Recipe recipe)
{
    /// <summary>Decodes pictures on all cores; those that cannot be read are left out.</summary>
    /// <param name="pictures">Each with the seed of its random choices.</param>
    /// <param name="crop">Scale and side.</param>
    /// <param name="end">The position after them.</param>
    public Batch Decode((LabelledPicture Picture, int Seed)[] pictures, CropRecipe crop, DataPosition end)
    {
        var planes = new BatchPlanes(recipe, pictures.Length, crop.Side);
        var failures = new string?[pictures.Length];
        Parallel.For(0, pictures.Length,
            i => failures[i] = Failure(() => Decode(pictures[i].Picture, pictures[i].Seed, crop, planes, i)));
        var readable = Enumerable.Range(0, pictures.Length).Where(i => failures[i] is null).ToArray();
        var labels = readable.Select(i => (long)(pictures[i].Picture.Label ?? -1));
        return new Batch(
            crop.Side, planes.Lightness.Of(readable), planes.Chroma.Of(readable), [.. labels], end,
            [.. failures.OfType<string>()])
        {
            TrueLightness = planes.TrueLightness?.Of(readable),
            GlobalLightness = planes.GlobalLightness?.Of(readable),
            Palettes = planes.Palettes?.Of(readable),
            HasPalette = planes.HasPalette?.Of(readable),
        };
    }

    private void Decode(LabelledPicture encoded, int seed, CropRecipe crop, BatchPlanes planes, int i)
    {
        var random = new Random(seed);
        var scale = crop.LargestScale is { } largest ? random.Next(crop.Scale, largest + 1) : crop.Scale;
        using var picture = DecodedPicture.Decode(encoded.Encoded, encoded.Name, scale);
        var lightness = planes.Lightness[i];
        Crop.Random(picture, crop.Side, scale, recipe.Shape, random).CopyTo(picture, lightness, planes.Chroma[i]);
        if (planes.TrueLightness is { } truth) lightness.CopyTo(truth[i]);
        if (planes.GlobalLightness is { } whole)
            Crop.Whole(recipe.Network.GlobalSide).CopyTo(picture, whole[i]);
        if (planes.Palettes is { } palettes && random.NextDouble() < recipe.PaletteShare)
        {
            Crop.Whole(crop.Side / 2).Count(picture).ToNumbers().CopyTo(palettes[i]);
            planes.HasPalette![i].Fill(1);
        }
        if (recipe.Ageing is not { } asked || Ageing.Draw(asked, random) is not { } ageing) return;
        ageing.Apply(lightness, crop.Side, random);
        if (planes.GlobalLightness is not null) ageing.Fade(planes.GlobalLightness[i]);
    }

    /// <returns>What is wrong with the picture; null if nothing is.</returns>
    private static string? Failure(Action decode)
    {
        try
        {
            decode();
            return null;
        }
        catch (PhotoException exception)
        {
            return exception.Message;
        }
    }
}
