namespace Colorist.Web;

/// <summary>A 95 % interval.</summary>
/// <param name="Low">Its lower end.</param>
/// <param name="High">Its upper end.</param>
public sealed record StudyInterval(double Low, double High);
