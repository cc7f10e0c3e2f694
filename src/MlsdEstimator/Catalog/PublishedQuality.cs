namespace MlsdEstimator;

/// <summary>How much of the quality published compressions kept, as ranges to start from. Each is one shared input; measure it on your data.</summary>
public static class PublishedQuality
{
    /// <summary>8-bit integers, calibrated or trained with them: 0.954 to 0.9999 with a median of 0.995 over 69 results; small networks lose most.</summary>
    public static Fraction Int8 { get; } = Kept(0.954, 0.995, 0.9999, "int8", "69 results: intel/neural-compressor @012522ef, tensorflow/lite hosted models @0406598a, LLM.int8()");

    /// <summary>4-bit weights in groups, as perplexity before over after: 0.951 (rounded) to 0.996 (GPTQ, 175B).</summary>
    public static Fraction Int4WeightOnly { get; } = Kept(0.951, 0.975, 0.996, "int4 weight-only", "pytorch/ao @03d01adc; AWQ arXiv:2306.00978; GPTQ arXiv:2210.17323: perplexity before over after");

    /// <summary>A student with half of the layers: 0.953 (XNLI) to 0.982 (SQuAD), median 0.971.</summary>
    public static Fraction HalfTheLayers { get; } = Kept(0.953, 0.971, 0.982, "half of the layers", "huggingface/transformers examples/research_projects/distillation/README.md @4aa4342b");

    /// <summary>A student about a tenth as expensive: 0.938 (SQuAD) to 0.968 (GLUE).</summary>
    public static Fraction TenthOfTheWork { get; } = Kept(0.938, 0.955, 0.968, "a tenth of the work", "NVIDIA/DeepLearningExamples BERT distillation @729963dd; TinyBERT arXiv:1909.10351");

    private static Fraction Kept(double low, double best, double high, string what, string source) =>
        Uncertain.FractionRange(low, best, high).AsFraction().Named($"quality kept, {what}").AsDefault(source);
}
