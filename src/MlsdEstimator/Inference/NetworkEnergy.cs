namespace MlsdEstimator;

/// <summary>Energy that GPUs spend on networks.</summary>
/// <param name="Operation">Joules of an operation on 8 bits; on 16 bits, twice.</param>
/// <param name="Byte">Joules of a byte of activations, all its passes through memory included.</param>
internal sealed record NetworkEnergy(double Operation, double Byte);
