using FsCheck;
using FsCheck.Fluent;

namespace MlsdEstimator.Tests;

/// <summary>Expected by hand: 31 M users, a tenth precomputed daily for a thousandth of a cent, 5 M requests a day of which a fifth is answered online.</summary>
public class PrecomputeOrOnlineTests
{
    private static readonly PrecomputeOrOnline Choice = new()
    {
        Users = 31.Million, PrecomputedShare = 10.Percent, Refreshes = 1.PerDay, BatchCost = 1e-5.Dollars,
        Requests = Load.Of(5e6 / Duration.Day, 1e7 / Duration.Day, "requests"), HitRatio = 80.Percent, OnlineCost = 4e-5.Dollars,
    };

    [Fact]
    public void Mix_costs_its_parts()
    {
        Assert.Equal(31, Choice.Precomputing.DollarsPerDay, 1e-9);
        Assert.Equal(40, Choice.Answering.DollarsPerDay, 1e-9);
        Assert.Equal(71, Choice.Cost.DollarsPerDay, 1e-9);
        Assert.Equal(200, Choice.AllOnline.DollarsPerDay, 1e-9);
        Assert.Equal(310, Choice.AllPrecomputed.DollarsPerDay, 1e-9);
        Assert.Equal(0.25, Choice.BreakEvenRequests.Value, 1e-12);
        Assert.Equal(
            ["cost of precomputing", "cost of answering the rest", "cost of the mix", "cost, all on request", "cost, all precomputed", "break-even requests per user and refresh"],
            Choice.Results.Select(result => result.Name));
        Assert.Empty(Choice.Findings);
    }

    /// <summary>Mistake: computing for everybody, those who do not come included: of 31 M users, 622,000 order in a day.</summary>
    [Fact]
    public void Trap_most_of_what_is_precomputed_for_everybody_is_wasted() =>
        Assert.Equal(0.979935483871, (1 - PrecomputeSet.AllRegistered(31.Million, 622_000).Coming).Value, 1e-12);

    [Fact]
    public void Peak_rate_is_a_warning()
    {
        Rate peak = 10.PerSecond.Marked(Aspect.Peak);
        PrecomputeOrOnline wrong = Choice with { Requests = Load.Of(peak, peak, "requests") };
        Assert.Equal(new Finding(Severity.Warning, "MLSD002", "The cost of requests is computed from a peak rate of 10 /s; give the load its average.", wrong.Answering), Assert.Single(wrong.Findings));
    }

    [Fact]
    public void Inputs_out_of_range_are_refused_by_name()
    {
        Refused.Range("users", "not be negative", () => Choice with { Users = -1 });
        Refused.Null("precomputed share", () => Choice with { PrecomputedShare = null! });
        Refused.Range("refreshes", "not be negative", () => Choice with { Refreshes = (-1).PerDay });
        Refused.Range("cost of a precomputed answer", "not be negative", () => Choice with { BatchCost = (-1).Dollars });
        Refused.Null("requests", () => Choice with { Requests = null! });
        Refused.Null("requests answered ahead", () => Choice with { HitRatio = null! });
        Refused.Range("cost of an answer on request", "above 0", () => Choice with { OnlineCost = Money.Zero });
    }

    [Fact]
    public void Every_input_changes_a_result() => Assert.Empty(EveryInput.WithoutEffect(() => Choice with { }, new Dictionary<string, object>
    {
        ["Users"] = (Scalar)7, ["PrecomputedShare"] = 7.Percent, ["Refreshes"] = 7.PerDay, ["BatchCost"] = 7.Dollars, ["Requests"] = Load.Of(1.PerSecond, 1.PerSecond, "requests"),
        ["HitRatio"] = 7.Percent, ["OnlineCost"] = 7.Dollars,
    }));

    [Fact]
    public void Both_ways_cost_the_same_at_the_break_even_for_any_costs() =>
        Prop.ForAll(Arb.From(from batch in AnyPositive.Decades(-6, 0) from online in AnyPositive.Decades(-6, 0) from users in AnyPositive.Decades(0, 9) select (batch, online, users)), drawn =>
        {
            PrecomputeOrOnline choice = Choice with { Users = drawn.users, BatchCost = drawn.batch.Dollars, OnlineCost = drawn.online.Dollars };
            Rate requests = drawn.users * choice.BreakEvenRequests / Duration.Day;
            PrecomputeOrOnline even = choice with { Requests = Load.Of(requests, requests, "requests") };
            return Math.Abs(even.AllOnline.DollarsPerDay / even.AllPrecomputed.DollarsPerDay - 1) < 1e-9;
        }).Check(AnyPositive.Laws);
}
