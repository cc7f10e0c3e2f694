namespace MlsdEstimator;

/// <summary>Where an embedding table lives; it decides what memory it needs and what a lookup costs.</summary>
public enum TablePlace
{
    /// <summary>Memory of the device that computes.</summary>
    Device,

    /// <summary>Memory of its host, over PCIe.</summary>
    Host,

    /// <summary>Another machine, over the network.</summary>
    Remote,
}
