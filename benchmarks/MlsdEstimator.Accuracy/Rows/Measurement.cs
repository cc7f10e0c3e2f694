namespace MlsdEstimator.Accuracy;

/// <summary>One published figure that a family predicts. A family derives its own, with the inputs of its prediction.</summary>
internal abstract record Measurement
{
    /// <summary>Identifier of the row: "enc-0001".</summary>
    public required string Id { get; init; }

    /// <summary>Name of the model as published.</summary>
    public required string Model { get; init; }

    /// <summary>What models count as relatives, so that holding out one holds out all: "resnet". Default: the model.</summary>
    public string ModelFamily { get => field ?? Model; init; }

    /// <summary>Name of the device as published.</summary>
    public required string Device { get; init; }

    /// <summary>Software stack, as the report groups rows: "TensorRT".</summary>
    public required string Engine { get; init; }

    /// <summary>The measured value, in the unit of the family; above 0. NaN where the row is unreadable.</summary>
    public required double Value { get; init; }

    /// <summary>What an ideal roofline says in the same unit, or null where there is none (an unknown device).</summary>
    public double? Roofline { get; init; }

    /// <summary>The unit of independence: rows of one model on one device share harness and errors.</summary>
    public string Block => $"{Model} on {Device}";
}
