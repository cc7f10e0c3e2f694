using FsCheck;
using FsCheck.Fluent;

namespace MlsdEstimator.Tests;

public class QueueingLaws
{
    private const double Rounding = 1 + 1e-9;

    /// <summary>Load from a thousandth of an erlang to a thousand, utilisation from 1 % to 99 %.</summary>
    private static readonly Arbitrary<Queue> AnyQueue = Arb.From(
        from servers in AnyPositive.Decades(0, 3)
        from percent in Gen.Choose(1, 99)
        from service in AnyPositive.Decades(-4, 2)
        from whole in Gen.Elements(true, false)
        select Of(percent / 100.0, whole ? Math.Round(servers) : servers, service));

    private static readonly Arbitrary<(double Load, double Servers, double Extra)> AnyOverload = Arb.From(
        from servers in Gen.Choose(1, 50)
        from ratio in AnyPositive.Decades(-1, 1)
        from extra in Gen.Choose(0, 50)
        select (ratio * servers, (double)servers, (double)extra));

    private static readonly Arbitrary<GreedyBatching> AnyBatching = Arb.From(
        from perItem in AnyPositive.Decades(-4, -2)
        from ratio in AnyPositive.Decades(-1, 1)
        from most in Gen.Choose(1, 8)
        from percent in Gen.Choose(1, 75)
        select Batches(perItem, ratio, most, percent / 100.0));

    [Fact]
    public void More_servers_never_wait_longer_for_any_queue() =>
        Prop.ForAll(AnyQueue, queue =>
        {
            Queue wider = queue with { Servers = queue.Servers + 1 };
            return wider.MeanWait.Seconds <= queue.MeanWait.Seconds * Rounding && wider.WaitProbability.Value <= queue.WaitProbability.Value * Rounding
                && wider.ResponseAt(0.99).Seconds <= queue.ResponseAt(0.99).Seconds * Rounding;
        }).Check(AnyPositive.Laws);

    [Fact]
    public void Waiting_grows_with_load_for_any_queue() =>
        Prop.ForAll(AnyQueue, queue =>
        {
            Queue busier = queue with { Arrivals = queue.Arrivals * 1.01 };
            return busier.MeanWait.Seconds >= queue.MeanWait.Seconds && busier.ResponseAt(0.95).Seconds * Rounding >= queue.ResponseAt(0.95).Seconds
                && busier.WaitAt(0.95).Seconds >= queue.WaitAt(0.95).Seconds;
        }).Check(AnyPositive.Laws);

    [Fact]
    public void Percentile_and_share_within_are_inverse_for_any_queue() =>
        Prop.ForAll(AnyQueue, Arb.From(Gen.Choose(1, 999)), (queue, permille) =>
        {
            double level = permille / 1000.0;
            double wait = queue.WaitWithin(queue.WaitAt(level)).Value, response = queue.ResponseWithin(queue.ResponseAt(level)).Value;
            return Math.Abs(response - level) < 1e-9 && (Math.Abs(wait - level) < 1e-9 || (queue.WaitAt(level).Seconds == 0 && wait >= level));
        }).Check(AnyPositive.Laws);

    [Fact]
    public void Mean_response_is_the_area_above_the_percentiles_for_any_queue() =>
        Prop.ForAll(AnyQueue, queue =>
        {
            var law = MarkovQueue.Of(queue.OfferedLoad.Value, queue.Servers.Value);
            double mean = (queue.MeanResponse / queue.Service).Value, step = mean / 200, area = 0;
            for (int i = 0; i < 4000; i++)
                area += step * law.ResponseTail((i + 0.5) * step);
            return Math.Abs(area / mean - 1) < 0.002;
        }).Check(AnyPositive.Laws);

    [Fact]
    public void Units_of_time_change_nothing_for_any_queue() =>
        Prop.ForAll(AnyQueue, queue =>
        {
            Queue slower = queue with { Arrivals = queue.Arrivals / 60, Service = queue.Service * 60 };
            return Math.Abs(slower.ResponseAt(0.99).Minutes / queue.ResponseAt(0.99).Seconds - 1) < 1e-9;
        }).Check(AnyPositive.Laws);

    [Fact]
    public void Sharing_and_queueing_hold_the_same_number_for_any_queue() =>
        Prop.ForAll(AnyQueue, queue =>
            new SharedProcessor { Arrivals = queue.Arrivals, Service = queue.Service, Servers = queue.Servers }.MeanResponse.Seconds == queue.MeanResponse.Seconds).Check(AnyPositive.Laws);

    [Fact]
    public void Staffing_meets_its_target_with_the_least_servers_for_any_load() =>
        Prop.ForAll(Arb.From(AnyPositive.Decades(-2, 3)), Arb.From(Gen.Choose(50, 999)), Arb.From(AnyPositive.Decades(-2, 0.3)), (load, permille, limit) =>
        {
            double level = permille / 1000.0;
            var staffing = new Staffing { Arrivals = load.PerSecond, Service = 1.Seconds, Target = ServiceLevel.Wait(level, limit.Seconds) };
            bool isMet = staffing.Achieved.Value >= level * (1 - 1e-9);
            Scalar fewer = staffing.Servers - 1;
            bool isLeast = fewer.Value <= load || fewer.Value < 1 || staffing.Target.MetBy(staffing.Queue with { Servers = fewer }).Value < level * Rounding;
            return isMet && isLeast;
        }).Check(AnyPositive.Laws);

    [Fact]
    public void Requests_are_conserved_where_some_leave_for_any_load() =>
        Prop.ForAll(AnyOverload, drawn =>
        {
            var finite = new FiniteQueue { Arrivals = drawn.Load.PerSecond, Service = 1.Seconds, Servers = drawn.Servers, Places = drawn.Servers + drawn.Extra };
            var impatient = new ImpatientQueue { Arrivals = drawn.Load.PerSecond, Service = 1.Seconds, Servers = drawn.Servers, Patience = 1.Seconds };
            bool finiteHolds = finite.Accepted.PerSecond <= drawn.Servers * Rounding && Close(finite.Accepted.PerSecond + drawn.Load * finite.TurnedAway.Value, drawn.Load);
            bool impatientHolds = impatient.Served.PerSecond <= drawn.Servers * Rounding && Close(impatient.GaveUp.Value, impatient.MeanWait.Seconds);
            return finiteHolds && impatientHolds;
        }).Check(AnyPositive.Laws);

    [Fact]
    public void More_room_turns_fewer_away_and_waits_longer_for_any_load() =>
        Prop.ForAll(AnyOverload, drawn =>
        {
            var queue = new FiniteQueue { Arrivals = drawn.Load.PerSecond, Service = 1.Seconds, Servers = drawn.Servers, Places = drawn.Servers + drawn.Extra };
            FiniteQueue larger = queue with { Places = queue.Places + 1 };
            return larger.TurnedAway.Value <= queue.TurnedAway.Value * Rounding && larger.MeanWait.Seconds * Rounding >= queue.MeanWait.Seconds;
        }).Check(AnyPositive.Laws);

    [Fact]
    public void Patience_of_the_service_time_makes_an_infinite_server_for_any_load() =>
        Prop.ForAll(AnyOverload, drawn =>
        {
            // With patience = service time every request leaves after one service time on average: the number inside is Poisson, so the mean is the load.
            var queue = new ImpatientQueue { Arrivals = drawn.Load.PerSecond, Service = 1.Seconds, Servers = drawn.Servers, Patience = 1.Seconds };
            return Close((queue.Arrivals * queue.MeanWait).Value + queue.Served.PerSecond, drawn.Load);
        }).Check(AnyPositive.Laws);

    [Fact]
    public void Interactive_law_and_bounds_hold_for_any_closed_system() =>
        Prop.ForAll(Arb.From(AnyPositive.Decades(0, 3)), Arb.From(AnyPositive.Decades(-2, 2)), Arb.From(AnyPositive.Decades(0, 2)), (users, think, servers) =>
        {
            var system = new ClosedSystem { Users = users, Think = think.Seconds, Service = 1.Seconds, Servers = servers };
            double throughput = system.Throughput.PerSecond, response = system.MeanResponse.Seconds;
            return Close(users, throughput * (response + think)) && throughput <= servers * Rounding && throughput <= users / (1 + think) * Rounding && response * Rounding >= 1;
        }).Check(AnyPositive.Laws);

    /// <summary>One station of a network is a closed system of one server: two methods that share no code.</summary>
    [Fact]
    public void Mean_value_analysis_agrees_with_the_chain_for_any_single_station() =>
        Prop.ForAll(Arb.From(Gen.Choose(1, 300)), Arb.From(AnyPositive.Decades(-2, 2)), (users, think) =>
        {
            var chain = new ClosedSystem { Users = users, Think = think.Seconds, Service = 1.Seconds, Servers = 1 };
            var network = new ClosedNetwork { Users = users, Think = think.Seconds, Demands = [1.Seconds] };
            return Close(chain.Throughput.PerSecond, network.Throughput.PerSecond);
        }).Check(AnyPositive.Laws);

    [Fact]
    public void Priorities_move_waiting_and_remove_none_for_any_two_classes() =>
        Prop.ForAll(Arb.From(Gen.Choose(1, 49)), Arb.From(Gen.Choose(1, 49)), Arb.From(AnyPositive.Decades(-1, 1)), (first, second, ratio) =>
        {
            PriorityClass a = new("a", (first / 100.0).PerSecond, 1.Seconds, 1), b = new("b", (second / 100.0 / ratio).PerSecond, ratio.Seconds, 3);
            IReadOnlyList<Duration> one = new PriorityQueue { Classes = [a, b] }.Waits, other = new PriorityQueue { Classes = [b, a] }.Waits;
            double Weighted(Duration waitOfA, Duration waitOfB) => first * waitOfA.Seconds + second * waitOfB.Seconds;
            return Close(Weighted(one[0], one[1]), Weighted(other[1], other[0])) && one[0].Seconds <= one[1].Seconds && one[0].Seconds <= other[1].Seconds;
        }).Check(AnyPositive.Laws);

    /// <summary>Work is conserved: batches a second x items = arrivals, and no request is faster than its own batch of one.</summary>
    [Fact]
    public void Batches_carry_what_arrives_for_any_server() =>
        Prop.ForAll(AnyBatching, server =>
        {
            double batchesPerSecond = server.Busy.Value / (server.PerBatch + server.PerItem * server.MeanBatch).Seconds;
            return Close(batchesPerSecond * server.MeanBatch.Value, server.Arrivals.PerSecond)
                && server.MeanBatch.Value >= 1 / Rounding && server.MeanBatch.Value <= server.MostPerBatch!.Value * Rounding
                && server.MeanResponse.Seconds * Rounding >= (server.PerBatch + server.PerItem).Seconds;
        }).Check(AnyPositive.Laws);

    [Fact]
    public void Busier_batching_servers_form_larger_batches_for_any_server() =>
        Prop.ForAll(AnyBatching, server =>
        {
            GreedyBatching busier = server with { Arrivals = server.Arrivals * 1.02 };
            return busier.MeanBatch.Value * Rounding >= server.MeanBatch.Value && busier.MeanResponse.Seconds * Rounding >= server.MeanResponse.Seconds;
        }).Check(AnyPositive.Laws);

    [Fact]
    public void Bound_is_never_below_the_mean_without_a_limit_for_any_server() =>
        Prop.ForAll(AnyBatching, server =>
        {
            GreedyBatching free = server with { MostPerBatch = null };
            return free.Bound!.Seconds * Rounding >= free.MeanResponse.Seconds;
        }).Check(AnyPositive.Laws);

    private static bool Close(double left, double right) => Math.Abs(left - right) <= 1e-9 * Math.Max(Math.Abs(left), Math.Abs(right)) + 1e-15;

    private static Queue Of(double utilisation, double servers, double service) =>
        new() { Arrivals = (utilisation * servers / service).PerSecond, Service = service.Seconds, Servers = servers };

    private static GreedyBatching Batches(double perItem, double ratio, int most, double utilisation)
    {
        var server = new GreedyBatching { Arrivals = Rate.Zero, PerItem = perItem.Seconds, PerBatch = (perItem * ratio).Seconds, MostPerBatch = most };
        return server with { Arrivals = server.Capacity * utilisation };
    }
}
