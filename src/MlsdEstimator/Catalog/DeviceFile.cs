namespace MlsdEstimator;

/// <summary>Devices of your own in a JSON file, with the schema of the catalogue.</summary>
/// <remarks>
/// <c>{"devices": [{"name": "Own-96GB", "kind": "gpu", "peaks_tflops": {"bf16": 400}, "bandwidth_gb_s": 2000, "source": "data sheet"}]}</c>;
/// further, where known: aliases, vendor, architecture, fp16_accumulate_tflops, memory_gib, on_chip_mib, link {name, gb_s_per_direction, devices}, power_w, two_of_four, as_of, note.
/// Peaks are dense. Comments and a comma behind the last item are allowed. A file with an error gives nothing: the error says where. A number that is larger than any device has in the unit of
/// its property, such as memory in bytes, is an error too.
/// </remarks>
public static class DeviceFile
{
    private static readonly string[] Root = ["devices"];

    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path.</param>
    /// <exception cref="FormatException">The file is broken; the message gives file and JSON path.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<Accelerator> Load(string path) => Read(File.ReadAllText(Require.NotBlank(path, nameof(path))), path);

    /// <summary>Reads the text of a file.</summary>
    /// <param name="json">The text.</param>
    /// <param name="file">What errors call it.</param>
    /// <exception cref="FormatException">The text is broken; the message gives file and JSON path.</exception>
    public static IReadOnlyList<Accelerator> Parse(string json, string file = "text") => Read(Require.NotNull(json, nameof(json)), Require.NotBlank(file, nameof(file)));

    private static Accelerator[] Read(string json, string file)
    {
        try
        {
            var root = JsonPart.Parse(json);
            root.RequireKnown(Root);
            Accelerator[] devices = [.. root["devices"].Items().Select(DeviceJson.Read)];
            RequireSome(devices, root["devices"]);
            RequireNamesOnce(devices, root["devices"]);
            return devices;
        }
        catch (FormatException problem)
        {
            throw new FormatException($"{file}: {problem.Message}", problem);
        }
    }

    private static void RequireSome(Accelerator[] devices, JsonPart part)
    {
        if (devices.Length == 0)
            throw part.Wrong("empty; give at least one device, or read no file");
    }

    private static void RequireNamesOnce(Accelerator[] devices, JsonPart part)
    {
        if (devices.SelectMany(device => device.Aliases.Prepend(device.Name)).GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1)?.Key is string twice)
            throw part.Wrong($"a list in which '{twice}' stands twice");
    }
}
