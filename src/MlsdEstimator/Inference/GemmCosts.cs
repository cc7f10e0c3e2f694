namespace MlsdEstimator;

/// <summary>Fitted costs of matrix products, with the leaves that all of them share.</summary>
internal sealed class GemmCosts
{
    /// <param name="arithmetic">Time beyond FLOPs / peak, over it.</param>
    /// <param name="memory">Passes of the matrices through memory.</param>
    /// <param name="launch">Seconds of a kernel however small.</param>
    /// <param name="tile">Rows computed besides those wanted.</param>
    /// <param name="shared">Standard deviation of ln(time) between devices.</param>
    /// <param name="residual">Standard deviation of ln(time) between shapes.</param>
    /// <param name="rows">Rows it was fitted to.</param>
    /// <param name="fitted">When.</param>
    public GemmCosts(double arithmetic, double memory, double launch, double tile, double shared, double residual, int rows, DateOnly fitted)
    {
        (Arithmetic, Memory, Tile) = (1 + arithmetic, memory, tile);
        Launch = Duration.FromSeconds(launch).Named("launch of a product");
        string source = Text.Of($"fitted to {rows} measured products, {fitted:yyyy-MM-dd}");
        Shared = Uncertain.LogNormal(1, shared).AsScalar().Named("time factor of products on a device").AsDefault(source);
        Residual = Uncertain.LogNormal(1, residual).AsScalar().Named("time factor of a product").AsDefault(source);
    }

    /// <summary>Time of the arithmetic over FLOPs / peak.</summary>
    public Scalar Arithmetic { get; }

    /// <summary>Passes of the matrices through memory.</summary>
    public Scalar Memory { get; }

    /// <summary>Rows computed besides those wanted.</summary>
    public Scalar Tile { get; }

    /// <summary>Time of a kernel however small.</summary>
    public Duration Launch { get; }

    /// <summary>Times all products on a device are longer or shorter than predicted.</summary>
    public Scalar Shared { get; }

    /// <summary>Times one shape is.</summary>
    public Scalar Residual { get; }
}
