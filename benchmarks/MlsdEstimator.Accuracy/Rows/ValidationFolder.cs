namespace MlsdEstimator.Accuracy;

/// <summary>A folder of validation files; each is read once.</summary>
/// <param name="path">The folder. A file that is not in it holds no rows.</param>
internal sealed class ValidationFolder(string path)
{
    private readonly Dictionary<string, IReadOnlyList<CsvRow>> tables = [];
    private DeviceSheet? devices;

    /// <summary>The copy that is built with this program.</summary>
    public static string Default => System.IO.Path.Combine(AppContext.BaseDirectory, "Data");

    public string Path => path;

    /// <summary>Devices of this folder first, then those of the catalogue.</summary>
    public DeviceSheet Devices => devices ??= new DeviceSheet(Rows(DeviceSheet.File));

    /// <summary>True when the folder has the file.</summary>
    public bool Has(string file) => File.Exists(System.IO.Path.Combine(path, file));

    /// <summary>True when the folder has the file, and something in it.</summary>
    public bool HasRows(string file) => Has(file) && !string.IsNullOrWhiteSpace(System.IO.File.ReadAllText(System.IO.Path.Combine(path, file)));

    /// <summary>The rows of a file; none when it is not there or empty.</summary>
    /// <exception cref="CsvException">The file is broken.</exception>
    public IReadOnlyList<CsvRow> Rows(string file) =>
        tables.TryGetValue(file, out IReadOnlyList<CsvRow>? known)
            ? known
            : tables[file] = HasRows(file) ? CsvTable.Read(System.IO.Path.Combine(path, file)) : [];
}
