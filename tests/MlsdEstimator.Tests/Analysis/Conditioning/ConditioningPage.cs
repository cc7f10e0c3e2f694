namespace MlsdEstimator.Tests;

/// <summary>The code of docs/conditioning.md, compiled and run; <see cref="ConditioningPageTests"/> compares text and output.</summary>
internal static class ConditioningPage
{
    public static void LoadTest(TextWriter output)
    {
        // page: load test
        Scalar users = Uncertain.Range(120e6, 180e6).AsScalar().Named("daily active users");
        Scalar perUser = Uncertain.Range(5, 20).AsScalar().Named("requests per user per day");
        Scalar peakFactor = Uncertain.Triangular(1.5, 2, 4).AsScalar().Named("peak factor");
        Rate peak = (users * perUser / Duration.Day * peakFactor).Named("peak QPS");
        DataSize log = (users * perUser * 500.Bytes * 30).Named("log, 30 days");

        Simulation run = Simulation.Run([peak, log]);
        Posterior tested = run.Given(peak, 60_000.PerSecond, 2.Percent);

        output.WriteLine(tested);
        output.WriteLine($"log: {run.Of(log)} before, {tested.Of(log)} after");
        // page: end
    }
}
