namespace MlsdEstimator;

/// <summary>How far published results of a stack lie from predictions that had not seen their (model, device) block: standard deviations of ln(time).</summary>
/// <param name="Stack">Name of the stack.</param>
/// <param name="Shared">What all predictions of the stack on a class of device have in common.</param>
/// <param name="Residuals">What comes on top, for each <see cref="LlmFigure"/> in their order.</param>
internal sealed record LlmSpread(string Stack, double Shared, IReadOnlyList<double> Residuals);
