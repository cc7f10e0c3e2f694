namespace MlsdEstimator.Samples;

/// <summary>The design of the chat case, one property for each part.</summary>
/// <remarks>
/// By convention the duty cycle is given, and with it the sequences that are written at once. By step time it is a result: answers come as fast as a replica writes them. Both take the same open
/// sessions and the same pauses, so that people who are answered faster ask more often: an upper bound, because their sessions would also be shorter.
/// </remarks>
internal sealed class LlmChatDesign(CaseInputs inputs)
{
    private const string Assumed = "assumed";
    private const string Published = "published interview example";

    // Clarify
    private Scalar Users => field ??= inputs.Of("daily active users", 3e6.To(30e6, best: 10e6), Published);

    private Scalar SessionsPerUser => field ??= inputs.Of("sessions per user per day", 1.To(4, best: 2), Published);

    private Scalar PeakFactor => field ??= inputs.Of("peak factor", 2.5.To(6, best: 4), "one time zone; published interview example");

    private Duration Length => field ??= inputs.Of("session length", 600.Seconds, Published);

    private Scalar Turns => field ??= inputs.Of("turns per session", Scalar.FromNumber(5), Published);

    private Fraction Duty => field ??= inputs.Of("duty cycle, convention", 40.Percent, "published assumption, not a measurement");

    private Scalar OpenSessions => field ??= (Users * SessionsPerUser * (Length / Duration.Day) * PeakFactor).Named("open sessions at peak");

    /// <summary>What a session leaves for pauses at the duty of the convention.</summary>
    private Duration Think => field ??= (Length / Turns * (1 - Duty).AsScalar()).Named("pause before a message");

    private ChatWorkload ByConvention => field ??= new ChatWorkload
    {
        Title = "Chat, duty by convention",
        OpenSessions = OpenSessions,
        Peak = Peak.Factor(PeakFactor),
        Turns = ChatTurns.Fixed(Turns),
        ThinkTime = Think,
        ResponseTime = (Length / Turns * Duty.AsScalar()).Named("response, by convention"),
        SystemPromptTokens = inputs.Of("system prompt tokens", Scalar.FromNumber(200), Assumed),
        MessageTokens = inputs.Of("message tokens, documents included", Scalar.FromNumber(300), Assumed),
        OutputTokens = inputs.Of("output tokens", 200.To(800, best: 400), Published),
    };

    private ChatWorkload Open => field ??= ByConvention with { Title = "Chat", ResponseTime = null };

    // Data
    private DataSize Vectors => field ??= (inputs.Of("documents", 10.Million, Published) * inputs.Of("embedding dimensions", Scalar.FromNumber(1024), Published)
        * inputs.Of("bytes per component", 4.Bytes, "fp32") * inputs.Of("index over vectors", Scalar.FromNumber(1.5), "Qdrant: 1.5 times the vectors")).Named("document index");

    // Model
    private Transformer Model => field ??= inputs.Choice("model", new NamedModel("Llama-3-8B"), name => new NamedModel(PublishedModels.Transformer(name).Title)).Shape;

    // Serve, by convention
    private Rate PerGpu => field ??= inputs.Of("output tokens per GPU, convention", 1459.PerSecond, "one measurement of an 8B model in a capacity guide; benchmarks of H100 show more").Marked(Aspect.Counts("tokens"));

    private Scalar TokensHeld => field ??= inputs.Of("tokens of a sequence, convention", Scalar.FromNumber(1200), Published);

    private DataSize Cache => field ??= (ByConvention.Generating * TokensHeld * Model.KvBytesPerToken).Named("cache, by convention");

    private Estimator Convention => field ??= Estimator.Of(
        "By convention",
        (ByConvention.DecodeTokens / PerGpu).Named("GPUs for the tokens, by convention").Marked(Aspect.ModelOnly),
        Cache,
        (Cache / inputs.Of("memory of a GPU, convention", 80.Gigabytes, "80 GB, nothing taken off for weights")).Named("GPUs for the cache alone, by convention").Marked(Aspect.ModelOnly));

    // Serve, by step time
    private LlmPlan Plan => field ??= new LlmPlan
    {
        Title = "Fleet by step time",
        Model = Model,
        Demand = LlmDemand.Chat(Open),
        Stack = inputs.Choice("stack", ServingStack.TensorRtLlm, ServingStack.Parse),
        Devices = [Rented(Accelerators.H100Sxm80Gb), Rented(Accelerators.A100Sxm80Gb), Rented(Accelerators.L4)],
        Formats = [ModelFormat.Bf16, ModelFormat.Fp8],
        CacheFormats = [StorageFormat.Bf16],
        FirstTokenLimit = inputs.Of("first token limit", 2.Seconds, Assumed),
        TokenLimit = inputs.Of("time per token limit", 60.Milliseconds, "assumed: faster than people read"),
        Spare = inputs.Of("spare replicas", Scalar.FromNumber(2), Assumed),
    };

    private ChatServing? Served => field ??= Plan.Best is LlmFleet best
        ? new ChatServing { Title = "Chat as served", Chat = Open, Replica = best.Replica, Replicas = (best.Bought - Plan.Spare).Named("replicas that serve") }
        : null;

    private HostedApi Hosted => field ??= new HostedApi
    {
        Title = "Hosted API",
        Requests = ByConvention.Requests,
        InputTokens = ByConvention.PromptTokens,
        OutputTokens = ByConvention.OutputTokens,
        Price = inputs.Choice("hosted model", new NamedPrice("gpt-5-mini"), name => new NamedPrice(PriceList.Bundled.TokensOf(name).Name)).Tag,
    };

    public CaseDesign Finish()
    {
        var sheet = new Worksheet("LLM chat")
        {
            Clarify = [ByConvention],
            Data = [Estimator.Of("Documents", Vectors)],
            Model = [Model],
            Serve = [Convention, Plan, .. Served is null ? (Estimator[])[] : [Served]],
            AsOf = RequestCase.Today,
        };
        return new CaseDesign(sheet, null, Alternatives, Headlines, Whiteboard) { Question = "Own fleet or hosted API", Among = "own GPUs", Reason = Plan.Findings[0].Message, Remark = Difference };
    }

    /// <summary>The cheapest fleet of each device, and the API at as many requests as by convention.</summary>
    private IReadOnlyList<(string Name, IQuantity Quantity)> Alternatives =>
    [
        .. Plan.Options.Where(fleet => fleet.Cost is not null).DistinctBy(fleet => fleet.Replica.Device.Name).Select(fleet => (fleet.Title, (IQuantity)fleet.Cost!)),
        ($"hosted {Hosted.Price}", Hosted.Cost),
    ];

    private string Difference => Served is null ? "" :
        $"By convention {ByConvention.Generating} answers are written at once (duty {ByConvention.DutyCycle}) on {Convention.Results[0]} GPUs at {PerGpu} each; by step time an answer takes {Served.ResponseTime}, not {ByConvention.ResponseTime}, so the duty is {Served.Workload.DutyCycle} and the same sessions ask {Served.Workload.PeakRequests} in place of {ByConvention.PeakRequests}.";

    private IReadOnlyList<string> Headlines =>
    [
        "Chat, duty by convention / requests at peak", "Chat, duty by convention / generating sequences", "By convention / GPUs for the tokens, by convention", "By convention / cache, by convention",
        .. Plan.Best is null ? (string[])[] : [$"{Plan.Best.Title} / replicas needed"],
        "cost of all tiers",
    ];

    private TextWhiteboard Whiteboard => new(
        [$"{Short(Users)} users", $"{Short(SessionsPerUser)} sessions of {Short(Length)}", $"{Short(Turns)} turns", $"{Short(ByConvention.OutputTokens)} tokens an answer", $"duty {Short(Duty)}", $"peak {Short(PeakFactor)}x"],
        [
            $"1. {Short(Users)} x {Short(SessionsPerUser)} x {Short(Turns)} / 86,400 s x {Short(PeakFactor)} = {Short(ByConvention.PeakRequests)} requests",
            $"2. x {Short(ByConvention.OutputTokens)} = {Short(ByConvention.DecodeTokens)} tokens",
            $"3. open sessions: {Short(OpenSessions)}, {Short(ByConvention.Generating)} being answered",
            $"4. cache: {Short(ByConvention.Generating)} x {Short(TokensHeld)} x {Short(Model.KvBytesPerToken)} = {Short(Cache)}",
            $"5. GPUs: {Short(ByConvention.DecodeTokens)} / {Short(PerGpu)} = {Short(Convention.Results[0])} by convention",
            $"6. by step time: {(Plan.Best is LlmFleet best ? $"{Short(best.Bought)} x {best.Replica.Devices} {best.Replica.Device}, {Short(best.Cost!)}" : "none fits")}",
            $"7. documents: {Short(Vectors)}",
        ]);

    private static string Short(IQuantity quantity) => TextWhiteboard.Short(quantity);

    private Accelerator Rented(Accelerator device) => device with { OnDemand = inputs.Of(device.OnDemand!) };

    /// <summary>A model of the catalogue, shown by its name.</summary>
    private sealed record NamedModel(string Name)
    {
        public Transformer Shape => PublishedModels.Transformer(Name);

        public override string ToString() => Name;
    }

    /// <summary>A price of the catalogue, shown by its name.</summary>
    private sealed record NamedPrice(string Name)
    {
        public TokenPrice Tag => PriceList.Bundled.TokensOf(Name);

        public override string ToString() => Name;
    }
}
