namespace MlsdEstimator.Accuracy;

/// <summary>A published time or throughput of a network, as a step of the library.</summary>
internal sealed record NetworkRow : Measurement
{
    /// <summary>What <see cref="Measurement.Value"/> is.</summary>
    public required NetworkFigure Figure { get; init; }

    /// <summary>The step that was measured; there is none where the row is refused.</summary>
    public NetworkStep Step { get => field ?? throw new InvalidOperationException($"{Id} is refused: {Refusal}."); init; }

    /// <summary>Why the library says nothing, or null.</summary>
    public string? Refusal { get; init; }

    /// <summary>Part of its speed that the device keeps under the power it was given; 1 where nothing is said.</summary>
    public Fraction Power { get; init; } = Fraction.One;

    /// <summary>Seconds of a batch that was measured, at full power.</summary>
    public double SecondsPerBatch => Power.BaseValue * Figure switch
    {
        NetworkFigure.BatchMilliseconds => Value / 1_000,
        NetworkFigure.ServedPerSecond => Step.Batch.BaseValue / (Value / Step.DeployedShare.BaseValue),
        _ => Step.Batch.BaseValue / Value,
    };

    /// <summary>What the library says, through the types that users call.</summary>
    /// <param name="efficiencies">Costs to predict with, or null for those that ship.</param>
    public Outcome Predicted(NetworkEfficiencies? efficiencies)
    {
        if (Refusal is string reason)
            return new Refusal(reason);
        NetworkStep step = efficiencies is null ? Step : Step with { Efficiencies = efficiencies };
        return Figure switch
        {
            NetworkFigure.BatchMilliseconds => Prediction.Of(step.Step / Power, unit: 0.001),
            NetworkFigure.ServedPerSecond => Prediction.Of(step.DeployedThroughput * Power),
            _ => Prediction.Of(step.Throughput * Power),
        };
    }

    /// <summary>A row completed with its step and roofline, or with the reason why there is none.</summary>
    public static NetworkRow Of(NetworkRow row, NetworkWork work, Accelerator? device, ModelFormat? format, NetworkRuntime stack, Scalar batch)
    {
        if (device is null)
            return row with { Refusal = "no specification of the device" };
        if (format is null)
            return row with { Refusal = "precision not known" };
        if (device.Peaks.All(peak => peak.Precision.Bits < format.Compute.Bits))
            return row with { Refusal = "no peak at the precision or a wider one" };
        var step = new NetworkStep { Work = work, Device = device, Format = format, Stack = stack, Batch = batch };
        return row with { Step = step, Roofline = RooflineOf(step, row.Figure) };
    }

    /// <summary>The longest of arithmetic at the peak and weights at the bandwidth.</summary>
    private static double RooflineOf(NetworkStep step, NetworkFigure figure)
    {
        double weights = (step.Work.Parameters * step.Format.Weights.BytesPerValue).BaseValue / step.Device.MemoryBandwidth.BaseValue;
        double seconds = Math.Max(step.Bound.BaseValue, weights);
        return figure == NetworkFigure.BatchMilliseconds ? seconds * 1_000 : step.Batch.BaseValue / seconds;
    }
}
