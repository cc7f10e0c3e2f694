namespace MlsdEstimator;

/// <summary>Reads a tree through the graph: every reading is a quantity that depends on the tree's parameters.</summary>
internal sealed class LatencyReader
{
    /// <summary>Percentiles that are read together.</summary>
    public static readonly Levels Standard = new([0.5, 0.9, 0.95, 0.99, 0.999]);

    private readonly LawProgram program;
    private readonly Node[] inputs;
    private readonly Lazy<FunctionNode> standard;
    private readonly Lazy<FunctionNode> moments;

    /// <param name="tree">What to read.</param>
    /// <param name="commonLoad">How strongly its stages share a load; null when they are independent.</param>
    public LatencyReader(LatencyTree tree, Scalar? commonLoad = null)
    {
        IReadOnlyList<LatencyTree> ordered = tree.PartsFirst();
        program = new LawProgram([.. ordered.Select(part => new LawStep(part.Shape, part.Parameters.Count, part.Parts.Count, part.Data))], commonLoad is not null);
        inputs = [.. ordered.SelectMany(part => part.Parameters).Select(parameter => parameter.Node), .. commonLoad is null ? Array.Empty<Node>() : [commonLoad.Node]];
        standard = new(() => new FunctionNode(new LatencyReading(program, Standard, 0), inputs));
        moments = new(() => new FunctionNode(new LatencyMoments(program), inputs));
    }

    public Duration Mean => Duration.Create(new FunctionOutputNode(Dimensions.Duration, moments.Value, 0)).Marked(Aspect.Mean);

    public Scalar Scv => Scalar.Create(new FunctionOutputNode(Dimensions.Scalar, moments.Value, 1));

    public Duration Percentile(double level)
    {
        int known = Standard.IndexOf(level);
        FunctionNode call = known >= 0 ? standard.Value : new FunctionNode(new LatencyReading(program, new Levels([level]), 0), inputs);
        return Duration.Create(new FunctionOutputNode(Dimensions.Duration, call, Math.Max(known, 0))).Marked(Aspect.Percentile(level));
    }

    /// <summary>Servers with which this and the wait before it keep a limit often enough.</summary>
    public Scalar ServersFor(double level, Scalar load, Duration delay, Duration limit) =>
        Scalar.Create(new FunctionOutputNode(Dimensions.Scalar, new FunctionNode(new PoolServers(program, level), [.. inputs, load.Node, delay.Node, limit.Node]), 0));

    /// <summary>How often this and the wait before it exceed a limit with so many servers.</summary>
    public Fraction LateWith(Scalar servers, Scalar load, Duration delay, Duration limit) =>
        Fraction.Create(new FunctionOutputNode(Dimensions.Fraction, new FunctionNode(new PoolLateness(program), [.. inputs, load.Node, delay.Node, limit.Node, servers.Node]), 0));

    /// <summary>Requests a second that one batching instance carries so that this and the batch keep a limit often enough. Remembered with the batches: it does not depend on the load.</summary>
    public Rate RateFor(double level, BatchedService batches, Duration limit) =>
        Rate.Create(new FunctionOutputNode(Dimensions.Rate, new FunctionNode(RememberedFunction.Of(batches, new BatchPoolRate(program, batches.Most, level)), [.. inputs, .. Numbers(batches, limit)]), 0));

    /// <summary>How often this and the batch exceed a limit at so many requests a second for each instance.</summary>
    public Fraction LateAt(Rate perInstance, BatchedService batches, Duration limit) =>
        Fraction.Create(new FunctionOutputNode(Dimensions.Fraction, new FunctionNode(new BatchPoolLateness(program, batches.Most), [.. inputs, .. Numbers(batches, limit), perInstance.Node]), 0));

    /// <summary>How often a time is exceeded.</summary>
    public Fraction Exceeding(Duration time)
    {
        var call = new FunctionNode(new LatencyReading(program, new Levels([]), 1), [.. inputs, time.Node]);
        return Fraction.Create(new FunctionOutputNode(Dimensions.Fraction, call, 0));
    }

    /// <summary>The standard percentiles and how often a time is exceeded, in one node.</summary>
    public PathComposition Composition(Duration time)
    {
        var call = new FunctionNode(new LatencyReading(program, Standard, 1), [.. inputs, time.Node]);
        Duration[] times = [.. Standard.Values.Select((level, output) => Duration.Create(new FunctionOutputNode(Dimensions.Duration, call, output)).Marked(Aspect.Percentile(level)))];
        return new PathComposition(times, Fraction.Create(new FunctionOutputNode(Dimensions.Fraction, call, times.Length)));
    }

    private static Node[] Numbers(BatchedService batches, Duration limit) => [batches.PerItem.Node, batches.PerBatch.Node, batches.Variability.Node, limit.Node];
}
