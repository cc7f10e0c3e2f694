namespace MlsdEstimator.Accuracy;

/// <summary>Fitted constants as a source file of the library.</summary>
/// <param name="Path">From the root of the repository: "src/MlsdEstimator/Inference/VisionEfficiencies.Data.cs".</param>
/// <param name="Text">The whole file.</param>
internal sealed record ConstantsFile(string Path, string Text);
