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

    /// <summary>
    /// Devices that it connects to one another, this one among them: 8 in a host, 2 over a bridge, 72 in a rack of GB200. A whole number of at least 1; null where nobody said.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public Scalar? Devices { get; init => field = value is null ? null : Require.WholeAtLeast(1, value, "devices of a link"); }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
