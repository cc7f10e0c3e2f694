namespace MlsdEstimator;

/// <summary>How often a byte is on disk so that it is not lost: what <c>Copies</c> of storage estimators take.</summary>
/// <example><code>Scalar copies = Redundancy.ErasureCode(data: 6, parity: 3);   // 1.5</code></example>
public static class Redundancy
{
    /// <summary>Whole copies: 3 survive the loss of two.</summary>
    /// <param name="copies">Copies, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public static Scalar Replicas(Scalar copies) => Require.AtLeast(1, copies, "copies");

    /// <summary>k data and m parity blocks: (k + m) / k bytes for each byte. Survives the loss of m blocks; needs k + m failure domains, and a repair reads k blocks.</summary>
    /// <remarks>HDFS RS-6-3 has 1.5, RS-10-4 has 1.4.</remarks>
    /// <param name="data">Blocks of data (k), whole, at least 1.</param>
    /// <param name="parity">Blocks of parity (m), whole, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number of blocks is not whole, or too small.</exception>
    public static Scalar ErasureCode(Scalar data, Scalar parity)
    {
        Scalar blocks = Require.WholeAtLeast(1, data, "data blocks");
        return ((blocks + Require.WholeAtLeast(0, parity, "parity blocks")) / blocks).Named("copies, erasure code");
    }
}
