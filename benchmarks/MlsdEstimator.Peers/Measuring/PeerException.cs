namespace MlsdEstimator.Peers;

/// <summary>A program that was to be measured failed; the message says how.</summary>
internal sealed class PeerException : Exception
{
    public PeerException()
    {
    }

    public PeerException(string message)
        : base(message)
    {
    }

    public PeerException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
