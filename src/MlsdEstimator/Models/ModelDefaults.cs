namespace MlsdEstimator;

/// <summary>What models assume when nothing is said.</summary>
internal static class ModelDefaults
{
    /// <summary>One multiplication and one addition for each weight. Low for convolutions and attention, which use a weight several times.</summary>
    public static readonly Scalar FlopsPerParameter =
        Scalar.FromNumber(2).Named("FLOPs per parameter").AsDefault("Kaplan et al. 2020, arXiv:2001.08361: 2 for each weight in a forward pass");

    /// <summary>A bitmap says which weights are stored: 1 bit each. 2:4 sparsity takes the same: 2 bits for each of the 2 kept of 4.</summary>
    public static readonly DataSize IndexPerWeight =
        DataSize.FromBits(1).Named("index per weight").AsDefault("bitmap; 2 bits per kept value of 2:4 (NVIDIA A100 whitepaper, 2020)");

    /// <summary>Upper bound: the hardware skips half of the multiplications; everything else stays.</summary>
    public static readonly Scalar TwoOfFourGain =
        Scalar.FromNumber(2).Named("gain of 2:4 arithmetic").AsDefault("upper bound (NVIDIA A100 whitepaper, 2020)");

    /// <summary>
    /// Part of that gain which matrix products reach: they run 1.24 (torchao, ViT-L on A100) to 1.85 times as fast (fp8 on B200), 1.0 to 1.6 in 16 bits and 1.5 to 1.7 in fp8 on
    /// H100. Whole prompts ran 1.04 to 1.75 times as fast, vision transformers 1.07 to 1.16.
    /// </summary>
    public static readonly Scalar TwoOfFourReached =
        Uncertain.FractionRange(0.24, 0.5, 0.85).AsScalar().Named("part of the gain of 2:4 that is reached").AsDefault("bcacdwk/vllmbench README.md @2b7560c2, cuSPARSELt over cuBLASLt on six GPUs; pytorch/ao torchao/sparsity/training/README.md @881ae2ce");

    /// <summary>How many times as fast products of 2:4 weights are where they are skipped.</summary>
    public static Scalar TwoOfFourSpeedUp => 1 + TwoOfFourReached;

    /// <summary>
    /// Part of the wide peak that stays when stored numbers are widened before each multiplication. Prompt processing of 21 GGUF types over F16:
    /// 0.77 (IQ3_XS) to 0.94 (Q8_0), median 0.86.
    /// </summary>
    public static readonly Fraction LeftByWidening =
        Uncertain.FractionRange(0.77, 0.86, 0.94).AsFraction().Named("rate left by widening").AsDefault("ggml-org/llama.cpp tools/quantize/README.md @311c2c9f: prompt processing of GGUF types over F16");

    /// <summary>Parent, two children, feature, threshold: five numbers of 4 bytes.</summary>
    public static readonly DataSize TreeNode = DataSize.FromBytes(20).Named("bytes of a tree node").AsDefault("dmlc/xgboost include/xgboost/tree_model.h, RegTree::Node");

    /// <summary>Forward, and backward at twice the cost.</summary>
    public static readonly Scalar ForwardsPerTrainingStep =
        Scalar.FromNumber(3).Named("forward passes of a training step").AsDefault("Kaplan et al. 2020, arXiv:2001.08361: 6 FLOPs per parameter and token in training, 2 in inference");
}
