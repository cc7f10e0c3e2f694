namespace MlsdEstimator.Accuracy;

/// <summary>Values of the parameters with the errors of the rows there.</summary>
/// <param name="Values">Values of the parameters.</param>
/// <param name="Errors">Weighted error of each row.</param>
/// <param name="Cost">Huber's loss of the errors and half the squares of the parameters over their deviations.</param>
/// <param name="Evaluator">Predictions of all rows, compiled.</param>
internal sealed record LlmPoint(double[] Values, double[] Errors, double Cost, Evaluator Evaluator);
