namespace MlsdEstimator;

/// <summary>What networks assume when nothing is said.</summary>
internal static class NetworkDefaults
{
    /// <summary>Convolutions and linear layers in sequence of the networks of timm: 18 to 200.</summary>
    public static readonly Scalar Layers =
        Uncertain.Range(25, 50, 100).AsScalar().Named("layers in sequence").AsDefault("ResNet-50 has 50; usual networks have 25 to 100 (timm, 2024)");

    /// <summary>Dense.</summary>
    public static readonly Fraction NoZeros = Fraction.Zero.Named("zero weights").AsDefault("dense weights");

    /// <summary>Part of the multiplications by zero that a sparse runtime saves: 95 % zeros made BERT-large 3.2 times faster, 97 % 3.3 times.</summary>
    public static readonly Fraction SkippedZeros =
        Uncertain.FractionRange(0.62, 0.72, 0.80).AsFraction().Named("zeros skipped").AsDefault("mlcommons/inference_results_v4.1 @4a0c8741, open division, DeepSparse on Ryzen 9 7950X");

    /// <summary>Largest cache of an accelerator, where its own is not known: weights in it need not be read from memory for every batch.</summary>
    public static readonly DataSize OnChipOfAccelerators = 256.Mebibytes.Named("on-chip memory").Cited("AMD Instinct MI300X, Infinity Cache; H100 has 50 MB");

    /// <summary>Largest cache of a CPU, where its own is not known.</summary>
    public static readonly DataSize OnChipOfCpus = 1152.Mebibytes.Named("on-chip memory").Cited("AMD EPYC 9684X, L3 cache");

    /// <summary>Query, key, value, scores, values, output, and two of the feed-forward layer.</summary>
    public static readonly Scalar LayersOfBlock = 8;
}
