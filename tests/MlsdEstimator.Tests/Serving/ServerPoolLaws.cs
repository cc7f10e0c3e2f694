using FsCheck;
using FsCheck.Fluent;

namespace MlsdEstimator.Tests;

public class ServerPoolLaws
{
    private static readonly Arbitrary<(ServerPool Pool, double Factor)> AnyPool = Arb.From(
        from rate in AnyPositive.Decades(-1, 5)
        from median in AnyPositive.Decades(-3, -1)
        from spread in AnyPositive.Decades(0.1, 1)
        from slack in AnyPositive.Decades(0.02, 1)
        from zones in Gen.Choose(1, 4)
        from factor in AnyPositive.Decades(0, 1)
        select (PoolOf(rate, median, spread, slack, zones), factor));

    [Fact]
    public void More_requests_never_need_fewer_servers_for_any_pool() =>
        Prop.ForAll(AnyPool, drawn => Needed(drawn.Pool with { Requests = drawn.Pool.Requests.Times(drawn.Factor, "requests") }) >= Needed(drawn.Pool) * (1 - 1e-9)).Check(AnyPositive.Laws);

    [Fact]
    public void Longer_limits_never_need_more_servers_for_any_pool() =>
        Prop.ForAll(AnyPool, drawn => Needed(drawn.Pool with { Target = ServiceLevel.Response(0.99, drawn.Pool.Target!.Limit * drawn.Factor) }) <= Needed(drawn.Pool) * 1.001).Check(AnyPositive.Laws);

    /// <summary>The tail is tabulated: a thousandth of what may be late.</summary>
    [Fact]
    public void Bought_machines_are_enough_after_the_losses_for_any_pool() =>
        Prop.ForAll(AnyPool, drawn => drawn.Pool.InTime.Value >= 0.99 - 1e-5 && drawn.Pool.UtilisationAfterLoss.Value < 1).Check(AnyPositive.Laws);

    [Fact]
    public void Time_may_be_counted_in_any_unit_for_any_pool() =>
        Prop.ForAll(AnyPool, drawn =>
        {
            ServerPool slower = drawn.Pool with
            {
                Requests = drawn.Pool.Requests.Times(1 / drawn.Factor, "requests"),
                Service = drawn.Pool.Service!.Scaled(drawn.Factor),
                Target = ServiceLevel.Response(0.99, drawn.Pool.Target!.Limit * drawn.Factor),
            };
            return Math.Abs(Needed(slower) / Needed(drawn.Pool) - 1) < 1e-6;
        }).Check(AnyPositive.Laws);

    private static double Needed(ServerPool pool) => pool.ServersNeeded.Value;

    /// <summary>The limit leaves some room above the p99 of the service.</summary>
    private static ServerPool PoolOf(double rate, double median, double spread, double slack, int zones) => new()
    {
        Requests = Load.Of(rate.PerSecond, rate.PerSecond, "requests"),
        Service = LatencyProfile.LogNormal(median.Seconds, (median * spread).Seconds),
        Target = ServiceLevel.Response(0.99, (median * spread * slack).Seconds),
        Zones = zones,
        ZonesToSurvive = zones - 1,
    };
}
