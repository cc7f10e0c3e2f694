namespace MlsdEstimator;

/// <summary>What answers nearest-neighbour queries, as far as published measurements tell engines apart.</summary>
public sealed class AnnEngine
{
    private AnnEngine(string name) => Name = name;

    /// <summary>Weaviate, HNSW, fp32 in memory.</summary>
    public static AnnEngine Weaviate { get; } = new("Weaviate");

    /// <summary>Qdrant, HNSW, with scalar quantisation and scoring again.</summary>
    public static AnnEngine Qdrant { get; } = new("Qdrant");

    /// <summary>Elasticsearch, HNSW, fp32 in memory.</summary>
    public static AnnEngine Elasticsearch { get; } = new("Elasticsearch");

    /// <summary>Any other engine with an HNSW graph in memory: as those measured, with the doubt that lies between them.</summary>
    public static AnnEngine Other { get; } = new("another engine");

    /// <summary>What the engine is called.</summary>
    public string Name { get; }

    /// <summary>The name of the engine.</summary>
    public override string ToString() => Name;
}
