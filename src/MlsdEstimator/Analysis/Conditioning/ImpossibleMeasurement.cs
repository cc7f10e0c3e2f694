using MathNet.Numerics;

namespace MlsdEstimator;

/// <summary>Refuses measurements that the model cannot explain, and results that too few draws carry.</summary>
internal static class ImpossibleMeasurement
{
    /// <exception cref="EstimateException">A measurement, or all together, are impossible under the model.</exception>
    public static void Refuse(IReadOnlyList<PriorPrediction> predictions, double leastDistance)
    {
        foreach (PriorPrediction prediction in predictions)
        {
            if (!(prediction.Probability >= Posterior.LeastProbability))
                throw new EstimateException(Why(prediction));
        }
        if (ChiSquaredTail(predictions.Count, leastDistance) is double tail && tail < Posterior.LeastProbability)
        {
            string all = string.Join(", ", predictions.Select(one => $"'{one.Measurement}'"));
            string problem = Text.Of($"no draw explains all of them, the best one with a probability of {tail:0.#e+0}");
            throw new EstimateException($"The measurements {all} contradict each other under the model: {problem}. Check that they are of one system at one load; else widen the inputs that could reconcile them.");
        }
    }

    /// <exception cref="EstimateException">No draw, or too few, agree with the measurements.</exception>
    public static void RefuseNothingLeft(IReadOnlyList<MeasuredGraph> measured, PosteriorState state)
    {
        if (state.Weights.All(replicate => Array.TrueForAll(replicate, weight => !(weight > 0))))
        {
            throw new EstimateException(
                $"No draw in which {Names(measured)} can be agrees with the measurements: what they ask for is infeasible in the model. "
                + "Look at the conditions that make it infeasible (overload, a misfit), or at the measurement.");
        }
    }

    /// <exception cref="EstimateException">The replicates differ too much.</exception>
    public static void RefuseUncertain(IReadOnlyList<NarrowedInput> inputs, PosteriorState state)
    {
        NarrowedInput? worst = inputs.MaxBy(input => input.RelativeError);
        if (worst is null || worst.RelativeError <= Posterior.MostRelativeError)
            return;
        double effective = WeightedDraws.Effective(state.Weights);
        int draws = state.Count * PosteriorState.Replicates;
        string error = double.IsFinite(worst.RelativeError) ? Text.Of($"{worst.RelativeError:0.##} of its standard deviation") : "no better than anything";
        string problem = Text.Of($"{effective:0} of {draws} effective ones, so the mean of '{worst.Name}' is known to {error}, and {Posterior.MostRelativeError} is allowed");
        throw new EstimateException($"Too few draws agree with the measurements: {problem}. {Remedy(draws, worst.RelativeError, state.Options)}");
    }

    /// <summary>Functions are not drawn more often, whatever the options say.</summary>
    private static string Remedy(int draws, double error, SimulationOptions options) => draws == SimulationOptions.MostFunctionSamples && options.Samples > draws
        ? "A quantity with a function of its own is drawn no more often: measure what goes into the function, or give a larger relative error."
        : Text.Of($"Give more draws, SimulationOptions {{ Samples = {Enough(draws, error)} }}, or a larger relative error.");

    /// <summary>Draws after which the error should fall to what is allowed: it falls with their square root.</summary>
    private static int Enough(int draws, double error)
    {
        double factor = Math.Min(double.IsFinite(error) ? error / Posterior.MostRelativeError : 32, 32);
        return (int)Math.Min(100_000_000, draws * Math.Pow(2, Math.Ceiling(2 * Math.Log2(factor))));
    }

    private static string Why(PriorPrediction prediction)
    {
        Measurement measurement = prediction.Measurement;
        (double low, double high) = (prediction.Quantile(0.05), prediction.Quantile(0.95));
        if (double.IsNaN(low))
            return $"'{measurement}' cannot be: under the model {MeasurementStatement.NameOf(measurement.Quantity)} is infeasible or not above 0 in every draw.";
        string range = measurement.Quantity.Node.Dimension.FormatRange(low, high);
        string chance = Text.Of($"the probability of a reading so far out is {prediction.Probability:0.#e+0}, less than {Posterior.LeastProbability:0.#e+0}");
        return $"'{measurement}' is impossible under the model, which says {range} (90%): {chance}. Check the unit of the measurement, "
            + "and that it is of this quantity, statistic and load; if it is right, the ranges of the inputs are too narrow: widen them.";
    }

    /// <summary>P(chi-squared with so many degrees of freedom > distance).</summary>
    private static double ChiSquaredTail(int degrees, double distance) =>
        double.IsFinite(distance) ? SpecialFunctions.GammaUpperRegularized(degrees / 2.0, distance / 2) : 1;

    private static string Names(IReadOnlyList<MeasuredGraph> measured) =>
        string.Join(", ", measured.Select(one => $"'{MeasurementStatement.NameOf(one.Measurement.Quantity)}'"));
}
