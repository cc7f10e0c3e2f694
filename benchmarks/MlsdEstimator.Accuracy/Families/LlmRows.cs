using System.Text.RegularExpressions;

namespace MlsdEstimator.Accuracy;

/// <summary>Reads rows of language-model inference.</summary>
internal static partial class LlmRows
{
    public const string File = "llm_inference.csv";

    /// <summary>Tokens where the row does not say: short prompts and answers, whose cache is small beside the weights.</summary>
    private const double UsualTokens = 128;

    /// <summary>The batch limit of TensorRT-LLM behind Triton unless it is set otherwise (max_batch_size of version 0.14).</summary>
    private const double TritonLimit = 256;

    /// <summary>All rows that some family predicts and that can be read.</summary>
    public static IEnumerable<LlmRow> Of(ValidationFolder folder) => LlmMetric.All.SelectMany(metric => Of(folder, metric)).OfType<LlmRow>();

    /// <summary>All rows of a metric.</summary>
    public static IReadOnlyList<Measurement> Of(ValidationFolder folder, LlmMetric metric) =>
        RowReading.Of(folder.Rows(File).Where(row => row.Text("metric") == metric.Column), row => Read(row, metric, folder));

    private static LlmRow Read(CsvRow row, LlmMetric metric, ValidationFolder folder)
    {
        var bare = new LlmRow
        {
            Id = row.Id,
            Model = row.NotBlank("model"),
            ModelFamily = FamilyOf(row.NotBlank("model")),
            Device = row.NotBlank("device"),
            Engine = row.TextOrBlank("engine") ?? "not stated",
            Value = row.Positive("value") * (row.Text("unit").Contains("/device", StringComparison.Ordinal) ? row.Positive("device_count") : 1),
            Metric = metric,
        };
        return folder.Devices.Find(bare.Device) is Accelerator device ? Described(bare, row, device) : bare with { Refusal = "the device has no specification" };
    }

    private static LlmRow Described(LlmRow bare, CsvRow row, Accelerator device)
    {
        ServingStack stack = LlmEngines.Of(bare.Engine, device);
        Accelerator known = device.Memory is null && device.Kind == DeviceKind.Cpu ? device with { Memory = DataSize.FromGibibytes(256) } : device;
        Transformer model = LlmShapes.Of(row, LlmFormats.Of(row, known, stack));
        (ParallelLayout layout, double replicas) = LlmLayouts.Of(row, model, known);
        if (layout.Devices.Value > layout.PipelineStages.Value && known.Link is null)
            return bare with { Refusal = "the link between the devices is not known" };
        LlmServing serving = ServingOf(row, bare.Metric, ReplicaOf(model, Joined(known, layout), stack, layout)) with { Replicas = replicas };
        if (!serving.Running.IsFeasible)
            return bare with { Refusal = "the model does not fit the memory" };
        LlmRow full = bare with
        {
            Serving = serving,
            Engine = stack.Name,
            Context = ContextOf(row),
            DividedBy = row.Text("unit").Contains("divided by batch", StringComparison.Ordinal) ? row.Positive("batch") : 1,
            IsUnderLimit = row.Text("concurrency") == "server SLO",
        };
        return full with { Roofline = full.Ideal() };
    }

    /// <summary>A published layout beyond one host ran over a network that joined the devices; its bandwidth is not given, so that the link's own stands in.</summary>
    private static Accelerator Joined(Accelerator device, ParallelLayout layout) =>
        device.Link is DeviceLink link && layout.Devices.Value > (link.Devices ?? LlmDefaults.DevicesOfHost).Value ? device with { Link = link with { Devices = layout.Devices } } : device;

    /// <summary>llama.cpp allocates what a run needs and leaves the rest.</summary>
    private static LlmReplica ReplicaOf(Transformer model, Accelerator device, ServingStack stack, ParallelLayout layout)
    {
        var replica = new LlmReplica { Model = model, Device = device, Stack = stack, Layout = layout };
        return stack == ServingStack.LlamaCpp ? replica with { UsableMemory = Fraction.FromRatio(0.98), Reserve = 0.5.Gigabytes } : replica;
    }

    private static LlmServing ServingOf(CsvRow row, LlmMetric metric, LlmReplica replica)
    {
        (double Prompt, double Answer, double Beams) tokens = LlmWorkloads.Of(row, UsualTokens);
        return new LlmServing
        {
            Replica = replica,
            PromptTokens = Math.Max(1, tokens.Prompt),
            AnswerTokens = Math.Max(1, tokens.Answer),
            Beams = tokens.Beams,
            Load = LoadOf(row, replica.Layout.AttentionReplicas.Value),
            RequestLimit = row.Text("engine").Contains("Triton", StringComparison.Ordinal) ? TritonLimit : null,
            HeldSteps = LlmHarness.HeldStepsOf(row),
            IsBehindRouter = LlmHarness.IsRouted(row),
        };
    }

    private static LlmLoad LoadOf(CsvRow row, double ranks)
    {
        Match requests = Requests().Match(row.Text("notes"));
        Scalar? all = requests.Success ? double.Parse(requests.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : null;
        if (row.Text("concurrency") is "max" or "server SLO")
            return LlmLoad.Saturated;
        if (row.Text("request_rate_qps") == "inf")
            return all is null ? LlmLoad.Saturated : LlmLoad.Burst(all);
        if (row.PositiveOrBlank("request_rate_qps") is double rate)
            return LlmLoad.Arriving(Rate.FromPerSecond(rate), all);
        double batch = row.PositiveOrBlank("batch") ?? 1;
        return row.TextOrBlank("concurrency") is null ? LlmLoad.Batch(batch) : LlmLoad.Concurrent(batch * ranks);
    }

    private static double ContextOf(CsvRow row)
    {
        (double prompt, double answer, _) = LlmWorkloads.Of(row, UsualTokens);
        Match sequence = Sequence().Match(row.Text("context_note"));
        return sequence.Success ? double.Parse(sequence.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : prompt + answer / 2;
    }

    /// <summary>"Llama-3.1-8B" and "Llama-3-70B" are relatives: letters at the start.</summary>
    private static string FamilyOf(string model) => Letters().Match(model).Value.ToUpperInvariant();

    [GeneratedRegex(@"(\d+) requests")]
    private static partial Regex Requests();

    [GeneratedRegex(@"of a (\d+) sequence")]
    private static partial Regex Sequence();

    [GeneratedRegex("^[A-Za-z]*")]
    private static partial Regex Letters();
}
