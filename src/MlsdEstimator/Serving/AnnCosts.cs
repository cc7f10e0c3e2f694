namespace MlsdEstimator;

/// <summary>Fitted costs of a query to an HNSW index in memory, with the leaves that all predictions share.</summary>
internal sealed class AnnCosts
{
    private readonly Dictionary<AnnEngine, Scalar> engines;

    /// <param name="fixedTime">Seconds of a query however easy.</param>
    /// <param name="work">Seconds of a search for 10 neighbours among a million vectors of no dimensions that misses all.</param>
    /// <param name="powers">Of the missed part (its inverse), of neighbours / 10, and of items / 1 million.</param>
    /// <param name="dimensions">Dimensions that cost as much as visiting a vector.</param>
    /// <param name="factors">Time of an engine over that of the formula.</param>
    /// <param name="spreads">Standard deviation of ln(time) between engines, and between data sets of one engine.</param>
    /// <param name="rows">Rows it was fitted to.</param>
    /// <param name="fitted">When.</param>
    public AnnCosts(
        double fixedTime,
        double work,
        (double Missed, double Neighbours, double Items) powers,
        double dimensions,
        (double Weaviate, double Qdrant, double Elasticsearch, double Other) factors,
        (double Engines, double Data) spreads,
        int rows,
        DateOnly fitted)
    {
        string source = Text.Of($"fitted to {rows} published measurements of HNSW indexes, {fitted:yyyy-MM-dd}");
        Fixed = Duration.FromSeconds(fixedTime).Named("fixed time of a query").Cited(source);
        Work = Duration.FromSeconds(work).Named("time of an easy search").Cited(source);
        (MissedPower, NeighboursPower, ItemsPower) = (powers.Missed, powers.Neighbours, powers.Items);
        Dimensions = dimensions;
        engines = new Dictionary<AnnEngine, Scalar>
        {
            [AnnEngine.Weaviate] = Factor(factors.Weaviate, AnnEngine.Weaviate, source),
            [AnnEngine.Qdrant] = Factor(factors.Qdrant, AnnEngine.Qdrant, source),
            [AnnEngine.Elasticsearch] = Factor(factors.Elasticsearch, AnnEngine.Elasticsearch, source),
            [AnnEngine.Other] = Uncertain.LogNormal(factors.Other, spreads.Engines).AsScalar().Named("time factor of another engine").AsDefault(source),
        };
        Data = Uncertain.LogNormal(1, spreads.Data).AsScalar().Named("time factor of the data set").AsDefault(source);
    }

    /// <summary>Time of a query however easy.</summary>
    public Duration Fixed { get; }

    /// <summary>Time of a search among a million vectors, by far the easiest.</summary>
    public Duration Work { get; }

    /// <summary>Powers of the missed part, of the neighbours and of the items.</summary>
    public Scalar MissedPower { get; }

    /// <inheritdoc cref="MissedPower"/>
    public Scalar NeighboursPower { get; }

    /// <inheritdoc cref="MissedPower"/>
    public Scalar ItemsPower { get; }

    /// <summary>Dimensions that cost as much as visiting a vector.</summary>
    public Scalar Dimensions { get; }

    /// <summary>Times one data set is slower or faster than predicted.</summary>
    public Scalar Data { get; }

    /// <summary>Time of an engine over that of the formula.</summary>
    public Scalar FactorOf(AnnEngine engine) => engines[engine];

    private static Scalar Factor(double factor, AnnEngine engine, string source) => Scalar.FromNumber(factor).Named($"time factor of {engine}").Cited(source);
}
