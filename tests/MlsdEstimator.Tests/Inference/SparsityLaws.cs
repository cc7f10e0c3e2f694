using FsCheck;
using FsCheck.Fluent;

namespace MlsdEstimator.Tests;

/// <summary>What pruning may and may not bring to a step, for any model, device, stack and layout.</summary>
public class SparsityLaws
{
    private static readonly Config Laws = Config.QuickThrowOnFailure.WithMaxTest(300).WithQuietOnSuccess(true);

    private static readonly SimulationOptions Few = new() { Samples = 64, Randomisations = 1, Threads = 1 };

    [Fact]
    public void Unstructured_zeros_never_change_a_step_a_prompt_or_the_memory_for_any_replica() =>
        Prop.ForAll(Arb.From(LlmLaws.Roomy), Arb.From(LlmLaws.AnyWork), Arb.From(Gen.Choose(1, 99)), (replica, work, percent) =>
        {
            LlmReplica pruned = replica with { Model = replica.Model.With(Pruning.Unstructured(percent.Percent)) };
            return pruned.Decode(work.Sequences, work.Tokens).Step.Seconds == replica.Decode(work.Sequences, work.Tokens).Step.Seconds
                && pruned.Prompt(work.Tokens).Time.Seconds == replica.Prompt(work.Tokens).Time.Seconds
                && pruned.WeightsPerDevice.Bytes == replica.WeightsPerDevice.Bytes;
        }).Check(Laws);

    [Fact]
    public void Unstructured_zeros_never_change_a_step_of_any_network_but_in_a_runtime_that_skips_them() =>
        Prop.ForAll(NetworkLaws.Steps.ToArbitrary(), Gen.Choose(1, 99).ToArbitrary(), (step, percent) =>
        {
            NetworkStep pruned = step with { Work = step.Work with { Zeros = percent.Percent } };
            bool isSkipping = step.Stack == NetworkRuntime.DeepSparse && step.Device.Kind is DeviceKind.Cpu or DeviceKind.MobileCpu;
            return isSkipping ? pruned.Step.Seconds <= step.Step.Seconds : pruned.Step.Seconds == step.Step.Seconds && IsOne(new StepGain { Before = step, After = pruned }.SpeedUp);
        }).Check(Laws);

    [Fact]
    public void Two_of_four_is_never_slower_in_any_draw_and_the_same_where_the_device_lacks_it_for_any_replica() =>
        Prop.ForAll(Arb.From(LlmLaws.Roomy), Arb.From(LlmLaws.AnyWork), (replica, work) =>
        {
            LlmReplica thin = replica with { Model = replica.Model.With(Pruning.TwoOfFour) };
            return IsNoSlower(replica.Device, thin.Decode(work.Sequences, work.Tokens).Step, replica.Decode(work.Sequences, work.Tokens).Step)
                && IsNoSlower(replica.Device, thin.Prompt(work.Tokens).Time, replica.Prompt(work.Tokens).Time)
                && thin.WeightsPerDevice.Bytes <= replica.WeightsPerDevice.Bytes * (1 + 1e-12);
        }).Check(Laws);

    [Fact]
    public void Two_of_four_is_never_slower_in_any_draw_and_the_same_where_the_device_lacks_it_for_any_network() =>
        Prop.ForAll(NetworkLaws.Steps.ToArbitrary(), step => IsNoSlower(step.Device, (step with { Work = step.Work with { IsTwoOfFour = true } }).Step, step.Step)).Check(Laws);

    /// <summary>No product of 2:4 weights is more than twice as fast as the data sheet says for dense ones.</summary>
    [Fact]
    public void No_draw_of_a_two_of_four_step_beats_twice_the_peak_or_the_bandwidth() =>
        Prop.ForAll(Arb.From(LlmLaws.Roomy), NetworkLaws.Steps.ToArbitrary(), Arb.From(LlmLaws.AnyWork), (replica, step, work) =>
        {
            PromptStep prompt = (replica with { Model = replica.Model.With(Pruning.TwoOfFour) }).Prompt(work.Tokens);
            double peak = 2 * Highest(step.Device), most = 2 * 2 * Highest(replica.Device); // sums in 16 bits are twice the peak
            return Lowest((step with { Work = step.Work with { IsTwoOfFour = true } }).Step) >= step.Batch.Value * step.Work.Flops.Flops / peak * 0.999999
                && Lowest(prompt.Time) >= work.Tokens * replica.Model.FlopsPerToken.Flops / replica.Layout.Devices.Value / most * 0.999999;
        }).Check(Laws);

    /// <summary>For any two networks, stacks, devices, formats and batches.</summary>
    [Fact]
    public void Exchanged_steps_invert_the_speed_up_in_every_draw() =>
        Prop.ForAll(NetworkLaws.Steps.ToArbitrary(), NetworkLaws.Steps.ToArbitrary(), Gen.Choose(0, 9).ToArbitrary(), (one, other, zeros) =>
        {
            NetworkStep pruned = one with { Work = one.Work with { Zeros = Fraction.FromRatio(zeros / 10.0) } };
            Scalar there = new StepGain { Before = pruned, After = other }.SpeedUp, back = new StepGain { Before = other, After = pruned }.SpeedUp;
            return IsOne(there * back) && IsOne(new StepGain { Before = pruned, After = pruned }.SpeedUp);
        }).Check(Laws);

    private static bool IsOne(Scalar ratio)
    {
        Estimate<Scalar> belief = ratio.Simulate(Few);
        return Math.Abs(ratio.Value - 1) < 1e-12 && Math.Abs(belief.Quantile(0.01).Value - 1) < 1e-12 && Math.Abs(belief.Quantile(0.99).Value - 1) < 1e-12;
    }

    private static bool IsNoSlower(Accelerator device, Duration thin, Duration dense) =>
        device.HasTwoOfFour ? (thin / dense).Simulate(Few).Quantile(0.99).Value <= 1 + 1e-12 : thin.Seconds == dense.Seconds;

    private static double Highest(Accelerator device) => device.Peaks.Max(one => one.Peak.FlopsPerSecond);

    private static double Lowest(Duration time) => time.Simulate(Few).Quantile(0.01).Seconds;
}
