namespace MlsdEstimator;

/// <summary>
/// A calculation of your own that the arithmetic of quantities cannot express: a queue, a table, an iteration.
/// Implement it as a <c>readonly record struct</c> or record whose fields are its fixed parameters, so that two equal ones are one node.
/// </summary>
/// <remarks>It must be pure: the same inputs give the same outputs, on any thread. Numbers come and go in base units.</remarks>
/// <example>
/// <code>
/// readonly record struct ErlangWait(int Servers) : IFunction
/// {
///     public string Name => "Erlang C wait";
///     public void Evaluate(ReadOnlySpan&lt;double&gt; inputs, Span&lt;double&gt; outputs) => outputs[0] = Wait(inputs[0], inputs[1], Servers);
/// }
///
/// Duration wait = Quantity.Function&lt;Duration&gt;(new ErlangWait(8), arrivals, serviceTime);
/// </code>
/// </example>
public interface IFunction
{
    /// <summary>What derivations call it.</summary>
    string Name { get; }

    /// <summary>How many numbers one evaluation gives. Default 1.</summary>
    int OutputCount => 1;

    /// <summary>Computes the outputs. Leave an output NaN to say "infeasible"; it is never called with an infeasible input.</summary>
    /// <param name="inputs">One number for each input, in base units.</param>
    /// <param name="outputs">Where the results go, <see cref="OutputCount"/> numbers in base units; NaN on entry.</param>
    void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs);
}
