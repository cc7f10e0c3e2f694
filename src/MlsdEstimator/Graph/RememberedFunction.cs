using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace MlsdEstimator;

/// <summary>A dear function that remembers its outputs: a pool that is bought anew under another load asks for the same rates of an instance at the same draws.</summary>
internal sealed class RememberedFunction : IFunction, IEquatable<RememberedFunction>
{
    /// <summary>Calls that are remembered, a few simulations' worth; then all are forgotten.</summary>
    public const int MostCalls = 4 * SimulationOptions.MostFunctionSamples;

    private static readonly ConditionalWeakTable<object, ConcurrentDictionary<IFunction, RememberedFunction>> Owners = [];

    private readonly IFunction function;
    private readonly ConcurrentDictionary<Call, double[]> calls = new();

    private RememberedFunction(IFunction function)
    {
        this.function = function;
    }

    public string Name => function.Name;

    public int OutputCount => function.OutputCount;

    /// <summary>The function as an owner knows it: one memory for equal functions, for as long as the owner lives.</summary>
    /// <param name="owner">What the function belongs to.</param>
    /// <param name="function">Equal functions share what they remember.</param>
    public static RememberedFunction Of(object owner, IFunction function) => Owners.GetOrCreateValue(owner).GetOrAdd(function, one => new RememberedFunction(one));

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        var call = new Call(inputs.ToArray());
        if (!calls.TryGetValue(call, out double[]? known))
        {
            function.Evaluate(inputs, outputs);
            if (calls.Count >= MostCalls)
                calls.Clear();
            calls[call] = known = outputs.ToArray();
        }
        known.CopyTo(outputs);
    }

    public bool Equals(RememberedFunction? other) => other is not null && function.Equals(other.function);

    public override bool Equals(object? obj) => Equals(obj as RememberedFunction);

    public override int GetHashCode() => function.GetHashCode();

    private readonly struct Call(double[] inputs) : IEquatable<Call>
    {
        private readonly double[] inputs = inputs;

        public bool Equals(Call other) => inputs.AsSpan().SequenceEqual(other.inputs);

        public override bool Equals(object? obj) => obj is Call other && Equals(other);

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            foreach (double input in inputs)
                hash.Add(input);
            return hash.ToHashCode();
        }
    }
}
