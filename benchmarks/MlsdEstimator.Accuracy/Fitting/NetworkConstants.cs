using System.Globalization;
using System.Text;

namespace MlsdEstimator.Accuracy;

/// <summary>Writes fitted costs as a source file of the library.</summary>
internal static class NetworkConstants
{
    public static ConstantsFile FileOf(NetworkEfficiencies fitted)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $$"""
            namespace MlsdEstimator;

            /// <content>Written by <c>benchmarks/MlsdEstimator.Accuracy --fit</c> from the rows in its folder Data.</content>
            internal sealed partial class NetworkEfficiencies
            {
                /// <summary>Fitted to {{fitted.Stacks.Sum(stack => stack.Rows)}} rows on {{fitted.FittedOn:yyyy-MM-dd}}. Columns: see <see cref="NetworkCost"/>, <see cref="NetworkKindCost"/>, <see cref="NetworkPairCost"/>, <see cref="NetworkEnergy"/>.</summary>
                public static NetworkEfficiencies Fitted { get; } = new(
                    [

            """);
        foreach (NetworkCost cost in fitted.Stacks)
            text.Append("            ").AppendLine(LineOf(cost));
        text.AppendLine("        ],").AppendLine("        [");
        foreach (NetworkKindCost kind in fitted.Kinds)
            text.Append("            ").AppendLine(LineOf(kind));
        text.AppendLine("        ],").AppendLine("        [");
        foreach (NetworkPairCost pair in fitted.Pairs)
            text.Append("            ").AppendLine(LineOf(pair));
        text.Append(CultureInfo.InvariantCulture, $"        ],\n        new NetworkEnergy({fitted.Energy.Fitted.Operation:0.000e0}, {fitted.Energy.Fitted.Byte:0.000e0}),\n        new DateOnly({fitted.FittedOn:yyyy, M, d}));\n").AppendLine("}");
        return new ConstantsFile("src/MlsdEstimator/Inference/NetworkEfficiencies.Data.cs", text.ToString());
    }

    private static string LineOf(NetworkCost cost) => string.Create(
        CultureInfo.InvariantCulture,
        $"new(DeviceClass.{cost.Device}, \"{cost.Stack}\", {cost.Arithmetic:0.000}, {cost.Traffic:0.000}, {cost.Weights:0.000}, {cost.Launch:0.000e0}, {cost.Feeding:0.000e0}, {cost.Spread:0.000}, {cost.Rows}, {cost.Blocks}),");

    private static string LineOf(NetworkPairCost pair) => string.Create(
        CultureInfo.InvariantCulture,
        $"new(DeviceClass.{pair.Device}, \"{pair.Stack}\", NetworkKind.{pair.Kind}, {pair.Arithmetic:0.000}, {pair.Traffic:0.000}, {pair.Spread:0.000}),");

    private static string LineOf(NetworkKindCost kind) => string.Create(
        CultureInfo.InvariantCulture,
        $"new(DeviceClass.{kind.Device}, NetworkKind.{kind.Kind}, {kind.Arithmetic:0.000}, {kind.Traffic:0.000}, {kind.Weights:0.000}, {kind.Launch:0.000}, {kind.Spread:0.000}),");
}
