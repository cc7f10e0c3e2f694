namespace MlsdEstimator;

/// <summary>What an <see cref="Operation"/> means, over lanes of any width. Operands it does not take are ignored.</summary>
internal interface IFormula
{
    static abstract TLanes Apply<TLanes>(TLanes a, TLanes b, TLanes c)
        where TLanes : struct, ILanes<TLanes>;
}
