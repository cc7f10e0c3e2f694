namespace MlsdEstimator;

/// <summary>What queues assume when nothing is said, and the thresholds of their findings.</summary>
internal static class QueueingDefaults
{
    /// <summary>scv of exponential times: variance = mean^2, by definition.</summary>
    public static readonly Scalar Exponential = Scalar.One;

    /// <summary>scv of constant times.</summary>
    public static readonly Scalar Constant = Scalar.Zero;

    /// <summary>One server.</summary>
    public static readonly Scalar OneServer = Scalar.One.Named("servers").AsDefault("one server");

    /// <summary>One instance of a model.</summary>
    public static readonly Scalar OneInstance = Scalar.One.Named("instances").AsDefault("one instance");

    /// <summary>Nobody is absent.</summary>
    public static readonly Fraction NoShrinkage = Fraction.Zero.Named("shrinkage").AsDefault("every server bought is at work");

    /// <summary>
    /// Above 80 % of capacity the wait of one server is more than 4 service times and grows faster than the load: M/M/1 waits 1, 2.3, 4, 9 service times at 50,
    /// 70, 80, 90 %.
    /// </summary>
    public static readonly Fraction Knee = Fraction.FromPercent(80);

    /// <summary>Tolerance of the Kubernetes horizontal pod autoscaler.</summary>
    public static readonly Fraction DeadBand = Fraction.FromPercent(10).Named("dead band").AsDefault("Kubernetes: --horizontal-pod-autoscaler-tolerance is 0.1");

    /// <summary>A second: what rate limits and buffers are counted in.</summary>
    public static readonly Duration Window = Duration.Second.Named("window").AsDefault("a second, what rate limits are counted in");
}
