using System.Net.Sockets;
using System.Text;

namespace Colorist.Benchmarks.Load;

/// <summary>Clients that do not behave; whatever the server does with them is right.</summary>
internal static class BadClients
{
    private const string Head = "POST /api/v1/photos HTTP/1.1\r\nHost: localhost\r\nContent-Type: image/jpeg\r\n";

    /// <summary>Sends 1,000 bytes a second, which is below what the server waits for.</summary>
    public static Task SlowAsync(Uri address, CancellationToken stop) => AgainAsync(address, async stream =>
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(Head + "Content-Length: 2000000\r\n\r\n"), stop);
        while (!stop.IsCancellationRequested)
        {
            await stream.WriteAsync(new byte[100], stop);
            await LoadClients.Pause(TimeSpan.FromSeconds(0.1), stop);
        }
    }, stop);

    /// <summary>Sends half of a photo and goes; then sends a whole one and does not wait for the answer.</summary>
    public static Task AbortingAsync(Uri address, byte[] photo, CancellationToken stop)
    {
        var isWhole = true;
        return AgainAsync(address, async stream =>
        {
            isWhole = !isWhole;
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"{Head}Content-Length: {photo.Length}\r\n\r\n"), stop);
            await stream.WriteAsync(photo.AsMemory(0, isWhole ? photo.Length : photo.Length / 2), stop);
            await LoadClients.Pause(TimeSpan.FromSeconds(0.2), stop);
        }, stop);
    }

    /// <summary>Connects and says nothing.</summary>
    public static Task SilentAsync(Uri address, CancellationToken stop) =>
        AgainAsync(address, _ => LoadClients.Pause(Timeout.InfiniteTimeSpan, stop), stop);

    private static async Task AgainAsync(Uri address, Func<NetworkStream, Task> behave, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(address.Host, address.Port, stop);
                await behave(client.GetStream());
            }
            catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
            {
                await LoadClients.Pause(TimeSpan.FromSeconds(0.2), stop); // cut off, as it should be
            }
        }
    }
}
