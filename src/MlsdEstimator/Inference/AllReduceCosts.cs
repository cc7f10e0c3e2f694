namespace MlsdEstimator;

/// <summary>Fitted costs of all-reduces, with the leaves that all of them share.</summary>
internal sealed class AllReduceCosts
{
    /// <param name="latency">Seconds of an all-reduce however small.</param>
    /// <param name="transfer">Time beyond bytes sent / link, over it.</param>
    /// <param name="shared">Standard deviation of ln(time) between kinds of links.</param>
    /// <param name="residual">Standard deviation of ln(time) between sizes.</param>
    /// <param name="rows">Rows it was fitted to.</param>
    /// <param name="fitted">When.</param>
    public AllReduceCosts(double latency, double transfer, double shared, double residual, int rows, DateOnly fitted)
    {
        Latency = Duration.FromSeconds(latency).Named("latency of an all-reduce");
        Transfer = 1 + transfer;
        string source = Text.Of($"fitted to {rows} measured all-reduces, {fitted:yyyy-MM-dd}");
        Shared = Uncertain.LogNormal(1, shared).AsScalar().Named("time factor of all-reduces on a kind of link").AsDefault(source);
        Residual = Uncertain.LogNormal(1, residual).AsScalar().Named("time factor of an all-reduce").AsDefault(source);
    }

    /// <summary>Time of an all-reduce however small.</summary>
    public Duration Latency { get; }

    /// <summary>Time of the transfer over bytes sent / link.</summary>
    public Scalar Transfer { get; }

    /// <summary>Times all sums over a kind of link are longer or shorter than predicted.</summary>
    public Scalar Shared { get; }

    /// <summary>Times one size is.</summary>
    public Scalar Residual { get; }
}
