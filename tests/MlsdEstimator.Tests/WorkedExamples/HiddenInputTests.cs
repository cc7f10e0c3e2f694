using System.Reflection;
using System.Runtime.CompilerServices;

namespace MlsdEstimator.Tests;

/// <summary>Estimates whose authors left an input out: the library does not compute without it.</summary>
public class HiddenInputTests
{
    /// <summary>W028 leaves out that 15 s of positions are sent together; W125 leaves out the events of a session: both are requests per user.</summary>
    [Fact]
    public void Traffic_asks_for_the_requests_of_a_user()
    {
        ParameterInfo[] inputs = typeof(Traffic).GetMethod(nameof(Traffic.FromUsers))!.GetParameters();
        var refused = Assert.Throws<ArgumentNullException>(() => Traffic.FromUsers(1.Billion, null!, Peak.Factor(1)));

        Assert.Equal(["activeUsers", "requestsPerUserPerDay", "peak"], inputs.Where(input => !input.IsOptional).Select(input => input.Name));
        Assert.Contains("requests per user per day", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>W109 takes one request for one inference.</summary>
    [Fact]
    public void Funnel_asks_for_the_candidates_of_a_request()
    {
        PropertyInfo ranked = typeof(Funnel).GetProperty(nameof(Funnel.Ranked))!;
        var refused = Assert.Throws<ArgumentNullException>(() => Serving500(null!));

        Assert.True(ranked.IsDefined(typeof(RequiredMemberAttribute)));
        Assert.Contains("candidates ranked", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>W109: 25 GPUs of 500 inferences/s serve 12,500 requests/s only if each ranks one candidate; with 500 candidates they are 12,500.</summary>
    [Fact]
    public void Gpus_of_W109_follow_the_candidates()
    {
        Assert.Equal(25, Serving500(1).PeakPredictions / 500.PerSecond);
        Assert.Equal(12_500, Serving500(500).PeakPredictions / 500.PerSecond);
    }

    /// <summary>W123 divides by the shards that a query touches, W028 multiplies by batches: a load is multiplied by a named factor, never by a missing one.</summary>
    [Fact]
    public void Load_asks_for_the_factor_and_what_it_counts()
    {
        Load requests = Serving500(1).Requests;

        Assert.Contains("shard queries per request", Assert.Throws<ArgumentNullException>(() => requests.Times(null!, "shard queries")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => requests.Times(16, " "));
    }

    private static Funnel Serving500(Scalar ranked) => new()
    {
        Requests = Traffic.FromRate(12_500.PerSecond, Peak.Factor(1)).Load,
        Retrieved = 1000,
        Ranked = ranked,
        Shown = 1,
    };
}
