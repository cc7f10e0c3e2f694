namespace MlsdEstimator;

/// <summary>Buying as a reading of a need.</summary>
public static class ProvisionExtensions
{
    extension(Scalar need)
    {
        /// <summary>Decides how many to buy: the whole number that covers the need with the given confidence.</summary>
        /// <remarks>
        /// bought = ceiling(quantile of need at the confidence). A certain need is rounded up. Where the quantile falls into draws that no number can serve,
        /// nothing can be bought, and the purchase is infeasible.
        /// </remarks>
        /// <param name="confidence">Strictly between 0 and 1; 0.9 by default.</param>
        /// <exception cref="ArgumentOutOfRangeException">The confidence is not strictly between 0 and 1.</exception>
        public Provision ProvisionFor(double confidence = Provision.DefaultConfidence)
        {
            ArgumentNullException.ThrowIfNull(need);
            return new Provision(need, Decide(need, Require.InsideUnitInterval(confidence, nameof(confidence)), Believed), confidence);
        }

        /// <summary>The same from so many draws: for needs whose draws are dear, and of which many are decided.</summary>
        internal Scalar CoveredFor(double confidence, SimulationOptions draws) => Decide(need, confidence, one => one.Simulate(draws));

        /// <summary>The decision for a need that is known at the confidence: it rises with one uncertain input, and <paramref name="covered"/> is what that input's own quantile needs.</summary>
        internal Scalar DecidedAt(double confidence, Scalar covered) => Decided(need, confidence, covered);
    }

    /// <summary>4,096 Sobol points know the 90 % point of a need that spans a decade to about 1 %: less than buying one machine more or less.</summary>
    private static readonly SimulationOptions DecisionDraws = new() { Samples = 4_096, Randomisations = 1 };

    /// <summary>So many know it as well where an input that multiplies the need is averaged.</summary>
    private static readonly SimulationOptions SmoothDraws = new() { Samples = 512, Randomisations = 1 };

    private static Scalar Decide(Scalar need, double confidence, Func<Scalar, Estimate<Scalar>> believed)
    {
        if (need.IsFeasible && need.Node.Nominal < 0)
            return Quantity.Infeasible<Scalar>($"the need is {need}, and nobody buys less than nothing");
        if (need.IsCertain || !need.IsFeasible)
            return need.Ceiling();
        Estimate<Scalar> belief = believed(need);
        Scalar covered = belief.Quantile(confidence);
        return covered.IsFeasible
            ? Decided(need, confidence, covered)
            : Quantity.Infeasible<Scalar>(Text.Of($"no number serves the load with {confidence * 100:0.#}% confidence, because it is infeasible in {belief.ProbabilityInfeasible} of what we believe"));
    }

    private static Scalar Decided(Scalar need, double confidence, Scalar covered) =>
        Scalar.Create(new DecisionNode(Dimensions.Scalar, covered.Ceiling().Value, need.Node, Text.Of($"least whole number that covers {confidence * 100:0.#}% of the belief about")));

    private static Estimate<Scalar> Believed(Scalar need)
    {
        Estimate<Scalar> smooth = need.Simulate(SmoothDraws);
        return smooth.IsSmooth ? smooth : need.Simulate(DecisionDraws);
    }
}
