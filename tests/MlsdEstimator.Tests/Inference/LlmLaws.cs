using FsCheck;
using FsCheck.Fluent;

namespace MlsdEstimator.Tests;

/// <summary>Laws over random models, devices, stacks and layouts, at the fitted costs.</summary>
public class LlmLaws
{
    private static readonly Config Laws = Config.QuickThrowOnFailure.WithMaxTest(1000).WithQuietOnSuccess(true);

    private static readonly Accelerator[] Devices = [.. Accelerators.All.Where(device => device.Memory is not null && device.Link is not null && device.Peak(Precision.Bf16) is not null)];

    private static readonly Gen<Transformer> AnyModel =
        from layers in Gen.Choose(1, 100)
        from heads in Gen.Elements(8, 16, 32, 64)
        from grouping in Gen.Elements(1, 2, 4, 8)
        from width in Gen.Choose(2, 8)
        from experts in Gen.Elements(1, 8, 64)
        from format in Gen.Elements(ModelFormat.Bf16, ModelFormat.Fp8, ModelFormat.Int8, ModelFormat.Int4WeightOnly, ModelFormat.Int8WeightOnly)
        select new Transformer
        {
            Layers = layers,
            Hidden = heads * 128,
            AttentionPattern = [Attention.Full(heads, heads / grouping, 128)],
            FeedForward = experts == 1 ? FeedForward.Dense(width * heads * 64, 3) : FeedForward.Mixture(experts, 2, width * heads * 16),
            Vocabulary = 32000,
            HasTiedEmbedding = false,
            Format = format,
        };

    internal static readonly Gen<LlmReplica> AnyReplica =
        from model in AnyModel
        from device in Gen.Elements(Devices)
        from stack in Gen.Elements(ServingStack.All.ToArray())
        from tensor in Gen.Elements(1, 2, 4, 8)
        from stages in Gen.Elements(1, 1, 2)
        from copies in Gen.Elements(1, 1, 4)
        select new LlmReplica
        {
            Model = model,
            Device = device,
            Stack = stack,
            Layout = new ParallelLayout { TensorParallel = tensor, PipelineStages = stages, AttentionReplicas = copies },
        };

    /// <summary>Replicas whose layout can be.</summary>
    private static readonly Gen<LlmReplica> Possible = AnyReplica.Where(replica => !replica.Obstacles.Any());

    /// <summary>The same with memory for any number of sequences: laws of time hold wherever a step can be.</summary>
    internal static readonly Gen<LlmReplica> Roomy = Possible.Select(replica => replica with { Device = replica.Device with { Memory = null } });

    internal static readonly Gen<(int Sequences, int Tokens)> AnyWork = Gen.Choose(1, 256).Zip(Gen.Choose(1, 8000));

    [Fact]
    public void No_draw_of_a_step_beats_bytes_over_bandwidth_or_FLOPs_over_peak_for_any_replica() =>
        Prop.ForAll(Arb.From(Roomy), Arb.From(AnyWork), (replica, work) =>
        {
            DecodeStep step = replica.Decode(work.Sequences, work.Tokens);
            PromptStep prompt = replica.Prompt(work.Tokens);
            double together = Math.Max(1, work.Sequences / replica.Layout.AttentionReplicas.Value / replica.Layout.PipelineStages.Value), devices = replica.Layout.TensorParallel.Value;
            double bytes = replica.Model.KvBytes(work.Tokens).Bytes * together / devices / replica.Device.MemoryBandwidth.BytesPerSecond;
            double peak = replica.Device.Peaks.Max(one => one.Peak.FlopsPerSecond) * 2;
            return Lowest(step.Step) >= bytes * 0.999999
                && Lowest(step.Step) >= together * replica.Model.FlopsPerToken.Flops / devices / peak * 0.999999
                && Lowest(prompt.Time) >= prompt.Bound.Seconds * 0.75 // the range of the rate behind a conversion
                && step.Step.Seconds >= step.Bound.Seconds;
        }).Check(Laws);

    [Fact]
    public void No_draw_of_a_prompt_reads_its_weights_faster_than_memory_for_any_replica() =>
        Prop.ForAll(Arb.From(Roomy.Where(replica => replica.Layout.PipelineStages.Value == 1)), Arb.From(AnyWork), (replica, work) =>
        {
            PromptStep prompt = replica.Prompt(work.Tokens);
            double once = replica.Model.WeightBytesRead(1).Bytes / replica.Layout.Devices.Value / replica.Device.MemoryBandwidth.BytesPerSecond;
            return Lowest(prompt.Time) >= once * 0.999999;
        }).Check(Laws);

    [Fact]
    public void More_sequences_never_lower_the_tokens_a_second_of_a_step_for_any_replica() =>
        Prop.ForAll(Arb.From(Roomy), Arb.From(AnyWork), Arb.From(Gen.Choose(1, 64)), (replica, work, more) =>
            replica.Decode(work.Sequences + more, work.Tokens).Throughput.PerSecond >= replica.Decode(work.Sequences, work.Tokens).Throughput.PerSecond * 0.999999).Check(Laws);

    [Fact]
    public void Longer_prompts_never_take_less_for_any_replica() =>
        Prop.ForAll(Arb.From(Roomy), Arb.From(AnyWork), Arb.From(Gen.Choose(1, 500)), (replica, work, more) =>
            replica.Prompt(work.Tokens + more).Time.Seconds >= replica.Prompt(work.Tokens).Time.Seconds * 0.999999).Check(Laws);

    [Fact]
    public void More_bandwidth_arithmetic_or_power_never_slows_for_any_replica() =>
        Prop.ForAll(Arb.From(Roomy), Arb.From(AnyWork), Arb.From(Gen.Choose(1, 9)), (replica, work, tenths) =>
            Better(replica, 1 + tenths / 10.0).All(pair => IsNoSlower(pair.Better, pair.Worse, work))).Check(Laws);

    [Fact]
    public void More_bandwidth_arithmetic_or_power_never_lowers_the_throughput_of_clients() =>
        Prop.ForAll(Arb.From(Possible.Where(replica => replica.MostSequences(8300).IsFeasible)), Arb.From(AnyWork), Arb.From(Gen.Choose(1, 300).Zip(Gen.Choose(1, 9))), (replica, work, more) =>
        {
            LlmServing Serving(LlmReplica on) => new() { Replica = on, PromptTokens = work.Tokens, AnswerTokens = more.Item1, Load = LlmLoad.Concurrent(work.Sequences) };
            return Better(replica, 1 + more.Item2 / 10.0).All(pair =>
                Serving(pair.Better).Throughput.PerSecond >= Serving(pair.Worse).Throughput.PerSecond * 0.999999
                && Serving(pair.Better).ResponseTime.Seconds <= Serving(pair.Worse).ResponseTime.Seconds * 1.000001);
        }).Check(Laws);

    [Fact]
    public void Fewer_bits_of_weights_never_slow_a_token_at_equal_efficiency() =>
        Prop.ForAll(Arb.From(Roomy), Arb.From(AnyWork), (replica, work) =>
        {
            LlmReplica ideal = replica with { Efficiencies = LlmCase.Costing() };
            LlmReplica narrower = ideal with { Model = ideal.Model with { Format = ModelFormat.Int4WeightOnly } }, wide = ideal with { Model = ideal.Model with { Format = ModelFormat.Int8WeightOnly } }; // both are widened
            return narrower.Decode(work.Sequences, work.Tokens).Step.Seconds <= wide.Decode(work.Sequences, work.Tokens).Step.Seconds * 1.000001;
        }).Check(Laws);

    [Fact]
    public void More_clients_never_lower_the_throughput_for_any_replica() =>
        Prop.ForAll(Arb.From(Possible.Where(replica => replica.MostSequences(3000).IsFeasible)), Arb.From(Gen.Choose(1, 300)), Arb.From(Gen.Choose(1, 100)), (replica, clients, more) =>
        {
            var serving = new LlmServing { Replica = replica, PromptTokens = 2000, AnswerTokens = 1000, Load = LlmLoad.Concurrent(clients) };
            LlmServing busier = serving with { Load = LlmLoad.Concurrent(clients + more) };
            return busier.Throughput.PerSecond >= serving.Throughput.PerSecond * 0.999999 && busier.TimePerToken.Seconds >= serving.TimePerToken.Seconds * 0.999999;
        }).Check(Laws);

    [Fact]
    public void Change_that_is_advised_fits_and_nothing_cheaper_does_for_any_replica() =>
        Prop.ForAll(Arb.From(Possible), Arb.From(Gen.Choose(1, 200)), Arb.From(Gen.Choose(1, 300_000)), (replica, sequences, tokens) =>
        {
            DecodeStep step = replica.Decode(sequences, tokens);
            LlmReplica? first = LlmFit.Changes(replica).FirstOrDefault(candidate => candidate.Decode(sequences, tokens).Step.IsFeasible);
            string reason = step.Step.IsFeasible ? "" : Infeasibility.Message(step.Step.Node);
            return step.Step.IsFeasible
                || (first is null ? reason.Contains("no narrower weights and cache are enough") : reason.Contains("the smallest change that fits: ") && first.MostSequences(tokens).Value >= sequences * 0.999999);
        }).Check(Laws);

    /// <summary>A replica and the same with more of one thing: bandwidth, as long as its class and with it its costs stay the same, arithmetic, power.</summary>
    private static IEnumerable<(LlmReplica Better, LlmReplica Worse)> Better(LlmReplica replica, double more)
    {
        Accelerator device = replica.Device, wider = device with { MemoryBandwidth = device.MemoryBandwidth * more };
        if (LlmDeviceClasses.Of(wider) == LlmDeviceClasses.Of(device))
            yield return (replica with { Device = wider }, replica);
        yield return (replica with { Device = device with { Peaks = [.. device.Peaks.Select(one => (one.Precision, one.Peak * more))], PeakFp16Sums = device.PeakFp16Sums is FlopRate sums ? sums * more : null } }, replica);
        yield return (replica with { Device = device with { Power = Power.FromWatts(100 * more) } }, replica with { Device = device with { Power = Power.FromWatts(100) } });
    }

    private static bool IsNoSlower(LlmReplica better, LlmReplica replica, (int Sequences, int Tokens) work) =>
        better.Decode(work.Sequences, work.Tokens).Step.Seconds <= replica.Decode(work.Sequences, work.Tokens).Step.Seconds * 1.000001
        && better.Prompt(work.Tokens).Time.Seconds <= replica.Prompt(work.Tokens).Time.Seconds * 1.000001;

    private static double Lowest(Duration time) => time.Simulate(new SimulationOptions { Samples = 64, Randomisations = 1, Threads = 1 }).Quantile(0.01).Seconds;
}
