namespace MlsdEstimator;

/// <summary>The link between a device and its neighbours: NVLink, PCIe, Infinity Fabric.</summary>
public sealed record DeviceLink
{
    /// <summary>Name: "NVLink4".</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public required string Name { get; init => field = Require.NotBlank(value, "link"); }

    /// <summary>Bytes a second in one direction, all lanes of the device together, above 0. Data sheets often give both directions.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Bandwidth PerDirection { get; init => field = Require.Positive(value, "link bandwidth"); }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
