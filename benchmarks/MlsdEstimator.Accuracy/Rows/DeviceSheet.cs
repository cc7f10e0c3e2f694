namespace MlsdEstimator.Accuracy;

/// <summary>Specifications of devices by published name: the rows of a folder first, then the catalogue of the library.</summary>
internal sealed class DeviceSheet
{
    public const string File = "devices.csv";

    private readonly Dictionary<string, DeviceRow> rows;

    /// <exception cref="CsvException">A row is broken.</exception>
    public DeviceSheet(IReadOnlyList<CsvRow> rows) => this.rows = rows.Select(DeviceRow.Of).ToDictionary(row => row.Name);

    /// <summary>The specification of a device, or null where neither folder nor catalogue has it.</summary>
    public DeviceRow? Find(string name) =>
        rows.TryGetValue(name, out DeviceRow? row) ? row : Accelerators.All.FirstOrDefault(device => device.Name == name) is { } known ? DeviceRow.Of(known) : null;
}
