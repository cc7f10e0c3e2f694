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

    /// <summary>Why a file gives no rows; null where it gives some.</summary>
    /// <exception cref="CsvException">The file is broken.</exception>
    public string? Lack(string file) => Rows(file).Count > 0 ? null
        : !Has(file) ? $"there is no {file} in the folder"
        : IsBlank(file) ? $"{file} is empty" : $"{file} has a header and no rows";

    /// <summary>The rows of a file; none when it is not there or empty.</summary>
    /// <exception cref="CsvException">The file is broken.</exception>
    public IReadOnlyList<CsvRow> Rows(string file) =>
        tables.TryGetValue(file, out IReadOnlyList<CsvRow>? known)
            ? known
            : tables[file] = Has(file) && !IsBlank(file) ? CsvTable.Read(System.IO.Path.Combine(path, file)) : [];

    private bool IsBlank(string file) => string.IsNullOrWhiteSpace(File.ReadAllText(System.IO.Path.Combine(path, file)));
}
