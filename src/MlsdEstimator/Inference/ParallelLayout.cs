namespace MlsdEstimator;

/// <summary>How one copy of a model is spread over devices.</summary>
/// <remarks>
/// Tensor parallelism splits every layer: steps get shorter, and two all-reduces a layer come on top. Pipeline stages hold layers one after the other: they make room and
/// raise throughput, but a token still passes all of them, so that its latency does not fall. Attention replicas each serve their own sequences with a copy of
/// attention, while the experts of a mixture are spread over the devices of all of them.
/// </remarks>
/// <example><code>ParallelLayout layout = ParallelLayout.Tensor(4);</code></example>
public sealed record ParallelLayout
{
    /// <summary>One device.</summary>
    public static ParallelLayout Single { get; } = new();

    /// <summary>Devices that share each layer, a whole number of at least 1. Default 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public Scalar TensorParallel { get; init => field = Require.WholeAtLeast(1, value, "tensor-parallel devices"); } = 1;

    /// <summary>Stages that hold the layers one after the other, a whole number of at least 1. Default 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public Scalar PipelineStages { get; init => field = Require.WholeAtLeast(1, value, "pipeline stages"); } = 1;

    /// <summary>Copies of attention that serve different sequences while experts are shared ("attention data parallel"), a whole number of at least 1. Default 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public Scalar AttentionReplicas { get; init => field = Require.WholeAtLeast(1, value, "attention replicas"); } = 1;

    /// <summary>False when only one stage works at a time, as where a library merely places layers (Accelerate, llama.cpp). Default: stages work on different sequences.</summary>
    public bool KeepsStagesBusy { get; init; } = true;

    /// <summary>Devices of one copy of the model.</summary>
    public Scalar Devices => TensorParallel * PipelineStages * AttentionReplicas;

    /// <summary>Devices that send to one another in every layer.</summary>
    internal Scalar LinkedDevices => TensorParallel * AttentionReplicas;

    /// <summary>Stages that work at once.</summary>
    internal Scalar BusyStages => KeepsStagesBusy ? PipelineStages : 1;

    /// <summary>Every layer split over so many devices.</summary>
    /// <param name="devices">Devices, a whole number of at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public static ParallelLayout Tensor(Scalar devices) => new() { TensorParallel = devices };

    /// <summary>Why a model cannot be spread so over such devices; null where it can.</summary>
    internal string? ObstacleOn(Accelerator device, Transformer model) => Heads(model) ?? Stages(model) ?? Links(device);

    private string? Heads(Transformer model) => model.AttentionPattern.FirstOrDefault(attention => attention.Heads.Value % TensorParallel.Value != 0) is Attention attention
        ? $"{attention.Heads} heads do not divide over {TensorParallel} devices"
        : null;

    private string? Stages(Transformer model) => PipelineStages.Value > model.Layers.Value ? $"{model.Layers} layers are fewer than {PipelineStages} stages" : null;

    private string? Links(Accelerator device)
    {
        if (LinkedDevices.Value <= 1)
            return null;
        if (device.Link is not DeviceLink link)
            return $"{device} has no known link to its neighbours, over which devices that share layers send; give it: device with {{ Link = new DeviceLink {{ ... }} }}";
        Scalar reach = link.Devices ?? LlmDefaults.DevicesOfHost;
        return LinkedDevices.Value > reach.Value ? $"{link} connects {reach} devices, and {this} sends among {LinkedDevices} in every layer; use pipeline stages beyond, or give the link that joins more of them" : null;
    }

    /// <summary>"TP4", "TP2 x PP2".</summary>
    public override string ToString()
    {
        (string Word, Scalar Count)[] parts = [("TP", TensorParallel), ("PP", PipelineStages), ("attention DP", AttentionReplicas)];
        string[] used = [.. parts.Where(part => part.Count.Value > 1).Select(part => $"{part.Word}{part.Count}")];
        return used.Length == 0 ? "one device" : string.Join(" x ", used);
    }
}
