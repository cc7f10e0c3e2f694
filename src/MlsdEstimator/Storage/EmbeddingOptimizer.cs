namespace MlsdEstimator;

/// <summary>What an optimizer keeps beside an embedding table while it learns.</summary>
public sealed class EmbeddingOptimizer
{
    private EmbeddingOptimizer(string name, DataSize perComponent, DataSize perRow) => (Name, PerComponent, PerRow) = (name, perComponent, perRow);

    /// <summary>Nothing: a table that is served, or plain gradient descent.</summary>
    public static EmbeddingOptimizer None { get; } = new("no optimizer state", DataSize.Zero, DataSize.Zero);

    /// <summary>Row-wise Adagrad: one number of 4 B for each row (FBGEMM, TorchRec).</summary>
    public static EmbeddingOptimizer RowWiseAdagrad { get; } = new("row-wise Adagrad", DataSize.Zero, 4.Bytes);

    /// <summary>Adagrad: one number of 4 B for each component.</summary>
    public static EmbeddingOptimizer Adagrad { get; } = new("Adagrad", 4.Bytes, DataSize.Zero);

    /// <summary>Adam: two numbers of 4 B for each component, so that fp32 tables take three times their size.</summary>
    public static EmbeddingOptimizer Adam { get; } = new("Adam", 8.Bytes, DataSize.Zero);

    /// <summary>What the optimizer is called.</summary>
    public string Name { get; }

    /// <summary>State of each component.</summary>
    public DataSize PerComponent { get; }

    /// <summary>State of each row.</summary>
    public DataSize PerRow { get; }

    /// <summary>The name of the optimizer.</summary>
    public override string ToString() => Name;
}
