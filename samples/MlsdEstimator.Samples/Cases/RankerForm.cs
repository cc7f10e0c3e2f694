namespace MlsdEstimator.Samples;

/// <summary>Which form of the ranker is served.</summary>
internal enum RankerForm
{
    Fp16,
    Int8,
    Distilled,
}
