namespace MlsdEstimator;

/// <summary>What an arrival of higher priority does to a request that is being served.</summary>
public enum PriorityRule
{
    /// <summary>It waits until that request is finished: GPU kernels, most schedulers of inference servers.</summary>
    NonPreemptive,

    /// <summary>It interrupts, and the interrupted request goes on later where it stopped.</summary>
    PreemptiveResume,
}
