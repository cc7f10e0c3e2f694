namespace MlsdEstimator.Accuracy;

/// <summary>What is believed of a constant before the rows are seen, in logarithms: far from it only where many rows say so.</summary>
/// <param name="Median">Middle of all stacks.</param>
/// <param name="All">Standard deviation of that middle.</param>
/// <param name="Stack">Standard deviation of stacks around it.</param>
/// <param name="Class">Standard deviation of classes of devices; 0 where the constant does not depend on the device.</param>
internal sealed record LlmPrior(double Median, double All, double Stack, double Class)
{
    /// <summary>By <see cref="LlmConstant"/>: data sheets are reached to 40 to 90 %, kernels start in microseconds (see docs/accuracy.md).</summary>
    public static IReadOnlyList<LlmPrior> Table { get; } =
    [
        new(0.22, 0.5, 0.5, 0.5), // Weights
        new(1.1, 0.5, 0.4, 0.3), // EightBitWeights
        new(1.65, 0.7, 0.5, 0.3), // FourBitWeights
        new(0.45, 0.5, 0.5, 0.4), // Cache
        new(0.67, 0.4, 0.5, 0.4), // Arithmetic
        new(1.2, 0.4, 0.3, 0.3), // EightBitArithmetic
        new(1.65, 0.6, 0.3, 0), // FourBitArithmetic
        new(0.5, 0.6, 0.4, 0), // Experts
        new(1.5, 0.4, 0.8, 0.3), // Attention
        new(1, 0.7, 0, 0), // Overlap
        new(20e-6, 0.7, 0.6, 0.4), // Layer
        new(20e-6, 1, 0.6, 0.4), // PromptLayer
        new(15e-6, 0.8, 0.5, 0), // ExpertLayer
        new(400e-6, 1, 0.9, 0), // Step
        new(5e-6, 1.5, 0.9, 0), // Sequence
        new(10e-6, 1, 0.5, 0), // AllReduce
        new(0.6, 1, 0.4, 0), // Link
        new(6, 0.7, 0.5, 0), // Widening
        new(1.65, 0.7, 0, 0), // Pipelining
        new(1, 0.3, 0.5, 0), // Interference
        new(20e-3, 1, 1.3, 0), // Request: from a call inside the process to HTTP and queues between processes
        new(0.05, 0.3, 0.2, 0), // Queue: a tenth of the requests start together, and half the others are then in front
        new(0.2, 0.7, 0.4, 0), // BusyQueue
        new(1500, 0.7, 0.4, 0), // Sequences
        new(0.3e-3, 1, 0.6, 0), // Client
        new(0.1, 1, 0.6, 0), // Router
    ];
}
