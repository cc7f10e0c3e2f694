using FsCheck;
using FsCheck.Fluent;

namespace MlsdEstimator.Tests;

public class LatencyProfileLaws
{
    private static readonly Gen<LatencyProfile> Leaves = Gen.OneOf(
        from median in AnyPositive.Decades(-1, 2)
        from ratio in AnyPositive.Decades(0.05, 1.5)
        select (LatencyProfile)LatencyProfile.LogNormal(median.Milliseconds, (median * ratio).Milliseconds),
        from mean in AnyPositive.Decades(-1, 2)
        select LatencyProfile.Exponential(mean.Milliseconds),
        from time in AnyPositive.Decades(-1, 2)
        select LatencyProfile.Constant(time.Milliseconds),
        from times in Gen.Choose(1, 1000).ArrayOf(5)
        select LatencyProfile.FromSamples(times.Select(time => time.Milliseconds)));

    /// <summary>Hit ratios stay away from the levels that are read: a percentile in the gap between hits and misses is not defined to a digit.</summary>
    private static readonly Gen<LatencyProfile> Composed =
        from one in Leaves
        from other in Leaves
        from count in Gen.Choose(1, 40)
        from percent in Gen.Elements(0, 20, 40, 70, 100)
        from shape in Gen.Choose(0, 7)
        select shape switch
        {
            0 => one,
            1 => one.Then(other),
            2 => one.FanOut(count),
            3 => LatencyProfile.Parallel(one, other),
            4 => one.WithCache(percent.Percent, other),
            5 => one.Hedged(other.P50),
            6 => one.KOfN((count + 1) / 2, count),
            _ => one.WithRetries(other.P90, 1 + count % 3),
        };

    private static readonly Arbitrary<LatencyProfile> AnyProfile = Arb.From(Composed);

    private static readonly Arbitrary<(LatencyProfile One, LatencyProfile Other)> AnyTwo = Arb.From(Composed.Two().Select(two => (two.Item1, two.Item2)));

    private static readonly Arbitrary<(LatencyProfile Profile, double Count)> AnyCounted = Arb.From(
        from profile in Composed
        from count in Gen.Choose(1, 200)
        select (profile, (double)count));

    [Fact]
    public void Percentiles_rise_for_any_profile() =>
        Prop.ForAll(AnyProfile, profile => Rises([profile.P50, profile.P90, profile.P95, profile.P99, profile.P999])).Check(AnyPositive.Laws);

    /// <summary>Just above the percentile at least its part is within, just below it no more; a percentile of a sum is known to 0.5 %.</summary>
    [Fact]
    public void Distribution_inverts_the_percentile_for_any_profile() =>
        Prop.ForAll(AnyProfile, profile =>
        {
            Duration tail = profile.P95;
            return profile.Within(tail * (1 + 5e-3)).Value >= 0.95 - 1e-4 && profile.Within(tail * (1 - 5e-3)).Value <= 0.95 + 1e-4;
        }).Check(AnyPositive.Laws);

    [Fact]
    public void Two_in_sequence_are_never_faster_than_either_for_any_profiles() =>
        Prop.ForAll(AnyTwo, drawn =>
        {
            LatencyProfile both = drawn.One.Then(drawn.Other);
            return AtLeast(both.P50, drawn.One.P50) && AtLeast(both.P99, drawn.One.P99) && AtLeast(both.P99, drawn.Other.P99);
        }).Check(AnyPositive.Laws);

    [Fact]
    public void Means_add_in_sequence_for_any_profiles() =>
        Prop.ForAll(AnyTwo, drawn =>
        {
            double sum = drawn.One.Mean.Seconds + drawn.Other.Mean.Seconds;
            return Math.Abs(drawn.One.Then(drawn.Other).Mean.Seconds - sum) <= 1e-9 * sum;
        }).Check(AnyPositive.Laws);

    [Fact]
    public void All_at_once_lie_between_the_slowest_and_the_sequence_for_any_profiles() =>
        Prop.ForAll(AnyTwo, drawn =>
        {
            LatencyProfile atOnce = LatencyProfile.Parallel(drawn.One, drawn.Other);
            return AtLeast(atOnce.P95, drawn.One.P95) && AtLeast(atOnce.P95, drawn.Other.P95) && AtLeast(drawn.One.Then(drawn.Other).P95, atOnce.P95)
                && AtLeast(drawn.One.P95, LatencyProfile.FastestOf(drawn.One, drawn.Other).P95);
        }).Check(AnyPositive.Laws);

    [Fact]
    public void More_calls_are_never_faster_and_more_copies_never_slower_for_any_profile() =>
        Prop.ForAll(AnyCounted, drawn =>
            AtLeast(drawn.Profile.FanOut(drawn.Count + 1).P99, drawn.Profile.FanOut(drawn.Count).P99)
            && AtLeast(drawn.Profile.FastestOf(drawn.Count).P99, drawn.Profile.FastestOf(drawn.Count + 1).P99)).Check(AnyPositive.Laws);

    [Fact]
    public void Hedging_lies_between_one_call_and_two_copies_for_any_profile() =>
        Prop.ForAll(AnyProfile, profile =>
        {
            Duration hedged = profile.Hedged(profile.P90).P99;
            return AtLeast(profile.P99, hedged) && AtLeast(hedged, profile.FastestOf(2).P99);
        }).Check(AnyPositive.Laws);

    [Fact]
    public void Scaling_the_parts_scales_the_whole_for_any_profiles() =>
        Prop.ForAll(AnyTwo, drawn =>
        {
            double whole = drawn.One.Then(drawn.Other).P99.Seconds * 3, parts = drawn.One.Scaled(3).Then(drawn.Other.Scaled(3)).P99.Seconds;
            return Math.Abs(whole - parts) <= 5e-3 * whole;
        }).Check(AnyPositive.Laws);

    private static bool Rises(Duration[] times) => times.Zip(times.Skip(1), (earlier, later) => AtLeast(later, earlier)).All(rises => rises);

    /// <summary>Half a percent is promised of each of the two.</summary>
    private static bool AtLeast(Duration more, Duration less) => more.Seconds >= less.Seconds * (1 - 1e-2);
}
