namespace MlsdEstimator;

/// <summary>A function of one number, written once for every width.</summary>
internal interface IKernel
{
    TLanes Apply<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes>;
}
