namespace MlsdEstimator;

/// <summary>How one vector is written: in full, with fewer bits, or as a code that stands for it.</summary>
public sealed class VectorCode
{
    private readonly Func<Scalar, DataSize> bytes;

    private VectorCode(string name, Func<Scalar, DataSize> bytes) => (Name, this.bytes) = (name, bytes);

    /// <summary>One bit for each component, in whole bytes: 32 times less than fp32.</summary>
    public static VectorCode Binary { get; } = new("binary", dimensions => (dimensions / 8).Ceiling() * DataSize.Byte);

    /// <summary>One byte for each component: 4 times less than fp32.</summary>
    public static VectorCode Scalar8 { get; } = new("8-bit scalar", dimensions => dimensions * DataSize.Byte);

    /// <summary>What the code is called.</summary>
    public string Name { get; }

    /// <summary>Every component written out.</summary>
    /// <param name="bytesPerComponent">4 for fp32, 2 for fp16, 1 for int8. Above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public static VectorCode Full(DataSize bytesPerComponent)
    {
        DataSize component = Require.Positive(bytesPerComponent, "bytes per component");
        return new VectorCode("in full", dimensions => component * dimensions);
    }

    /// <summary>Product quantisation: so many subvectors, each an index into a codebook of 2^bits. ceiling(subvectors x bits / 8) bytes.</summary>
    /// <param name="subvectors">Parts into which a vector is cut (M), at least 1; the dimensions must divide by it.</param>
    /// <param name="bits">Bits of an index, at least 1; 8 and 4 are usual.</param>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public static VectorCode Product(Scalar subvectors, Scalar bits)
    {
        Scalar width = Require.AtLeast(1, bits, "bits per subvector");
        Scalar parts = Require.AtLeast(1, subvectors, "subvectors"), code = (parts * width / 8).Ceiling();
        return new VectorCode("product-quantised", _ => code * DataSize.Byte) { Subvectors = parts, Codewords = Scalar.FromNumber(2).Pow(width) };
    }

    /// <summary>Anisotropic hashing as in ScaNN: an index of a few bits for each block of a few components, and the vector itself where results are scored again.</summary>
    /// <param name="dimensionsPerBlock">Components of a block, at least 1; 2 is usual.</param>
    /// <param name="bits">Bits of an index, at least 1; 4 is usual.</param>
    /// <param name="rescoring">Bytes per component of the copy that results are scored with again, not negative; 0 for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static VectorCode Blocks(Scalar dimensionsPerBlock, Scalar bits, DataSize rescoring)
    {
        Scalar block = Require.AtLeast(1, dimensionsPerBlock, "dimensions per block"), width = Require.AtLeast(1, bits, "bits per block");
        DataSize copy = Require.NonNegative(rescoring, "rescoring bytes per component");
        return new VectorCode("block-quantised", dimensions => ((dimensions / block).Ceiling() * width / 8).Ceiling() * DataSize.Byte + copy * dimensions);
    }

    /// <summary>A code of a size that does not depend on the dimensions, without a codebook to count.</summary>
    /// <param name="size">Bytes of a code, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public static VectorCode Sized(DataSize size)
    {
        DataSize code = Require.Positive(size, "code size");
        return new VectorCode("code", _ => code);
    }

    /// <summary>Bytes of one vector.</summary>
    /// <param name="dimensions">Components, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public DataSize BytesOf(Scalar dimensions) => bytes(Require.AtLeast(1, dimensions, "embedding dimensions"));

    /// <summary>Codewords whose vectors stand in a codebook of fp32; null without one.</summary>
    internal Scalar? Codewords { get; private init; }

    /// <summary>Parts into which a vector is cut; null for a code that is not a product.</summary>
    internal Scalar? Subvectors { get; private init; }

    /// <summary>The name of the code.</summary>
    public override string ToString() => Name;
}
