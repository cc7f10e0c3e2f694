using System.Globalization;
using System.Text;

namespace MlsdEstimator.Accuracy;

/// <summary>Fitted constants as a source file.</summary>
internal static class LlmConstantsFile
{
    public static ConstantsFile Of(LlmEfficiencies fitted)
    {
        LlmCost all = fitted.Stacks[0];
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $$"""
            namespace MlsdEstimator;

            /// <content>Written by <c>benchmarks/MlsdEstimator.Accuracy --fit</c> from the rows in its folder Data.</content>
            internal sealed partial class LlmEfficiencies
            {
                /// <summary>
                /// Fitted to {{all.Rows}} rows in {{all.Blocks}} (model, device) blocks on {{fitted.FittedOn:yyyy-MM-dd}}. Values in the order of <see cref="LlmConstant"/>:
                /// {{string.Join(", ", Enum.GetNames<LlmConstant>())}}. Spreads: shared, then in the order of <see cref="LlmFigure"/>.
                /// </summary>
                public static LlmEfficiencies Fitted { get; } = new(
                    [

            """);
        foreach (LlmCost cost in fitted.Stacks)
            text.Append(CultureInfo.InvariantCulture, $"            new(\"{cost.Stack}\", {cost.Rows}, {cost.Blocks}, [{Numbers(cost.Values)}]),\n");
        text.Append("        ],\n        [\n");
        foreach (LlmClassFactor one in fitted.Classes)
            text.Append(CultureInfo.InvariantCulture, $"            new(LlmDeviceClass.{one.Class}, [{Numbers(one.Factors)}]),\n");
        text.Append("        ],\n        [\n");
        foreach (LlmSpread spread in fitted.Spreads)
            text.Append(CultureInfo.InvariantCulture, $"            new(\"{spread.Stack}\", {spread.Shared:0.000}, [{string.Join(", ", spread.Residuals.Select(one => one.ToString("0.000", CultureInfo.InvariantCulture)))}]),\n");
        text.Append(CultureInfo.InvariantCulture, $"        ],\n        new DateOnly({fitted.FittedOn:yyyy, M, d}));\n}}\n");
        return new ConstantsFile("src/MlsdEstimator/Inference/LlmEfficiencies.Data.cs", text.ToString().ReplaceLineEndings("\n"));
    }

    private static string Numbers(IEnumerable<double> values) => string.Join(", ", values.Select(value => value.ToString("0.###E+0", CultureInfo.InvariantCulture)));
}
