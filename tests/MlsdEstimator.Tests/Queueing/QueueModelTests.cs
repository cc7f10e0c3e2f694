namespace MlsdEstimator.Tests;

public class QueueModelTests
{
    private static readonly Queue One = new() { Arrivals = 80.PerSecond, Service = 10.Milliseconds, Servers = 1 };

    private static readonly Queue Ten = new() { Arrivals = 8.PerSecond, Service = 1.Seconds, Servers = 10 };

    /// <summary>By hand: rho / (1 - rho) = 4 service times, times (1 + scv) / 2.</summary>
    [Fact]
    public void One_server_waits_by_the_variance_of_its_service()
    {
        Assert.Equal(40, (One with { Model = QueueModel.MM1 }).MeanWait.Milliseconds, 1e-9);
        Assert.Equal(20, (One with { Model = QueueModel.MD1 }).MeanWait.Milliseconds, 1e-9);
        Assert.Equal(60, (One with { Model = QueueModel.MG1(2) }).MeanWait.Milliseconds, 1e-9);
        Assert.Equal(30, (One with { Model = QueueModel.Kingman(0.5, 1) }).MeanWait.Milliseconds, 1e-9);
        Assert.Equal(0.8, (One with { Model = QueueModel.MG1(2) }).WaitProbability.Value, 1e-12);
    }

    [Fact]
    public void Two_formulas_for_many_servers_differ_by_name()
    {
        Assert.Equal(0.127868797124, (Ten with { Model = QueueModel.AllenCunneen(1, 0.25) }).MeanWait.Seconds, 1e-11);
        Assert.Equal(0.137155043554, (Ten with { Model = QueueModel.Sakasegawa(1, 0.25) }).MeanWait.Seconds, 1e-11);
        Assert.Equal(0.409180150796, (Ten with { Model = QueueModel.Sakasegawa(1, 0.25) }).WaitProbability.Value, 1e-11);
        Assert.Equal(
            ["M/M/1", "M/M/c", "M/D/1", "M/G/1", "G/G/1 by Kingman", "G/G/c by Allen and Cunneen", "G/G/c by Sakasegawa"],
            new[] { QueueModel.MM1, QueueModel.MMc, QueueModel.MD1, QueueModel.MG1(2), QueueModel.Kingman(1, 2), QueueModel.AllenCunneen(1, 2), QueueModel.Sakasegawa(1, 2) }.Select(model => model.ToString()));
    }

    /// <summary>Wait percentile of the exponential law with mean 20 ms and P(wait) 0.8: 25 ms x ln(0.8 / 0.01), and 10 ms of service.</summary>
    [Fact]
    public void Constant_service_adds_itself_to_the_wait()
    {
        Queue constant = One with { Model = QueueModel.MD1 };
        Assert.Equal(109.550665868, constant.WaitAt(0.99).Milliseconds, 1e-8);
        Assert.Equal(119.550665868, constant.ResponseAt(0.99).Milliseconds, 1e-8);
        Assert.Equal(0.99, constant.ResponseWithin(119.550665868.Milliseconds).Value, 1e-10);
        Assert.Equal(0, constant.ResponseWithin(9.9.Milliseconds).Value);
        Assert.Equal(0.2, constant.ResponseWithin(10.Milliseconds).Value, 1e-12);
    }

    [Fact]
    public void Response_percentile_of_an_unknown_law_is_refused_with_the_way_out()
    {
        Queue general = One with { Model = QueueModel.MG1(2) };
        string reason = Assert.Throws<EstimateException>(() => general.ResponseAt(0.99).Seconds).Message;
        Assert.Contains("M/G/1 knows the variance of the service time", reason, StringComparison.Ordinal);
        Assert.Contains("read WaitAt", reason, StringComparison.Ordinal);
        Assert.False(general.ResponseWithin(1.Seconds).IsFeasible);
        Assert.True(general.WaitAt(0.99).IsFeasible);
    }

    [Fact]
    public void Estimated_percentiles_are_noted()
    {
        Finding finding = Assert.Single((Ten with { Model = QueueModel.AllenCunneen(1, 4) }).Findings);
        Assert.Equal(Severity.Note, finding.Severity);
        Assert.Contains("Percentiles of the G/G/c by Allen and Cunneen wait", finding.Message, StringComparison.Ordinal);
        Assert.Empty((Ten with { Model = QueueModel.MMc }).Findings);
    }

    [Fact]
    public void One_server_formulas_refuse_several_servers()
    {
        Queue wrong = Ten with { Model = QueueModel.MD1 };
        Assert.Contains("M/D/1 has one server, but 10 are given: use QueueModel.MMc", Assert.Throws<EstimateException>(() => wrong.MeanWait).Message, StringComparison.Ordinal);
        Assert.Throws<EstimateException>(() => (Ten with { Model = QueueModel.Kingman(1, 1) }).MeanWait);
        Assert.Throws<EstimateException>(() => (Ten with { Model = QueueModel.MM1 }).MeanWait);
    }

    [Fact]
    public void Bad_variations_are_refused_by_name()
    {
        Assert.Contains("'scv of service'", Assert.Throws<ArgumentOutOfRangeException>(() => QueueModel.MG1(-1)).Message, StringComparison.Ordinal);
        Assert.Contains("'scv of arrivals'", Assert.Throws<ArgumentOutOfRangeException>(() => QueueModel.Kingman(-1, 1)).Message, StringComparison.Ordinal);
        Assert.Contains("'scv of arrivals'", Assert.Throws<ArgumentOutOfRangeException>(() => QueueModel.AllenCunneen(-1, 1)).Message, StringComparison.Ordinal);
        Assert.Contains("'scv of service'", Assert.Throws<ArgumentOutOfRangeException>(() => QueueModel.Sakasegawa(1, -1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => QueueModel.MG1(null!));
    }

    [Fact]
    public void Models_of_equal_numbers_are_equal()
    {
        Assert.Equal(QueueModel.MG1(2), QueueModel.MG1(2));
        Assert.NotEqual(QueueModel.MG1(2), QueueModel.MG1(3));
        Assert.NotEqual(QueueModel.AllenCunneen(1, 2), QueueModel.Sakasegawa(1, 2));
    }
}
