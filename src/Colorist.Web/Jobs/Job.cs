namespace Colorist.Web;

/// <summary>A photo or film on its way, as it was when it was looked at.</summary>
/// <param name="Id">Nobody guesses it; also the name of its folder.</param>
/// <param name="Run">Another one each time that it is started: who works on an earlier one stops.</param>
/// <param name="Order">What is to be done.</param>
/// <param name="View">How far it is.</param>
internal sealed record Job(string Id, string Run, JobOrder Order, JobView View);
