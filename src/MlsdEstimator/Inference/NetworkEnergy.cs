namespace MlsdEstimator;

/// <summary>Energy that GPUs spend on networks.</summary>
/// <param name="Operation">Joules of an operation on 8 bits; on 16 bits, twice.</param>
/// <param name="Byte">Joules of a byte that memory reads or writes.</param>
internal sealed record NetworkEnergy(double Operation, double Byte);
