using MlsdEstimator.Accuracy;

namespace MlsdEstimator.Tests;

public class LlmFittingTests
{
    /// <summary>Rows that the shipped costs of one stack made, some of them withheld from the fit.</summary>
    private static LlmRow[] Made(double factor) =>
    [
        .. from name in new[] { "Llama-2-7B", "Llama-3-8B", "Llama-2-13B", "Mistral-7B-v0.1", "Llama-3-70B", "Qwen2.5-32B" }
           from sequences in new double[] { 1, 8, 64 }
           select Row(name, sequences, factor),
    ];

    [Fact]
    public void Fit_to_rows_a_stack_made_predicts_them_again()
    {
        LlmEfficiencies fitted = LlmFitting.Of(Made(factor: 1.5));

        double[] ratios = [.. Made(1.5).Select(row => row.Predicted(fitted).BaseValue / row.Metric.Unit / row.Value)];
        Assert.All(ratios, ratio => Assert.InRange(ratio, 0.88, 1.12));
        Assert.InRange(Statistics.Quantile(ratios, 0.5), 0.96, 1.04);
        Assert.Equal(["unknown stack", "vLLM"], fitted.Stacks.Select(cost => cost.Stack));
        Assert.Equal((18, 6), (fitted.Stacks[1].Rows, fitted.Stacks[1].Blocks));
        Assert.Equal(["unknown stack", "vLLM"], fitted.Spreads.Select(spread => spread.Stack));
    }

    [Fact]
    public void Outlier_hardly_moves_the_fit()
    {
        LlmRow[] rows = Made(1.5);
        LlmRow[] one = [.. rows.Select((row, i) => i == 4 ? row with { Value = row.Value * 20 } : row)];
        LlmEfficiencies fitted = LlmFitting.Of(one);

        Assert.All(rows, row => Assert.InRange(row.Predicted(fitted).BaseValue / row.Metric.Unit / row.Value, 0.85, 1.2));
    }

    [Fact]
    public void Spreads_hold_nine_of_ten_errors_and_widen_for_the_unknown()
    {
        LlmRow row = Row("Llama-2-7B", 1, 1);
        (LlmRow, double)[] errors = [.. Enumerable.Range(0, 101).Select(i => (row, (i - 50) / 100.0))];
        IReadOnlyList<LlmSpread> spreads = LlmSpreads.Of(errors);

        double all = 0.45 / 1.645, known = Math.Sqrt(spreads[1].Shared * spreads[1].Shared + spreads[1].Residuals[0] * spreads[1].Residuals[0]);
        Assert.Equal(all * 1.943180 / 1.645, known, 6); // 90 % of them lie within 0.45; Student's law with 2 x 1 block + 4 = 6 degrees of freedom (table: 1.943)
        Assert.True(Math.Sqrt(spreads[0].Shared * spreads[0].Shared + spreads[0].Residuals[0] * spreads[0].Residuals[0]) > known);
    }

    /// <summary>Two stacks of one block each, errors of 0.1 and 0.4: drawn by 4 blocks of their middle 0.2, 0.1^(1/5) x 0.2^(4/5) = 0.174110 and 0.229740 (by hand).</summary>
    [Fact]
    public void Spreads_of_stacks_are_drawn_together_as_factors()
    {
        LlmRow narrow = Row("Llama-2-7B", 1, 1), wide = narrow with { Serving = narrow.Serving! with { Replica = narrow.Serving.Replica with { Stack = ServingStack.SgLang } } };
        IReadOnlyList<LlmSpread> spreads = LlmSpreads.Of([(narrow, 0.1 * 1.645), (wide, -0.4 * 1.645)]);

        Assert.Equal(["unknown stack", "vLLM", "SGLang"], spreads.Select(spread => spread.Stack));
        Assert.Equal(0.174110 * 1.943180 / 1.645, Total(spreads[1]), 5);
        Assert.Equal(0.229740 * 1.943180 / 1.645, Total(spreads[2]), 5);
        Assert.Equal(1.1 * Total(spreads[2]), Total(spreads[0]), 5);

        static double Total(LlmSpread spread) => Math.Sqrt(spread.Shared * spread.Shared + spread.Residuals[0] * spread.Residuals[0]);
    }

    [Fact]
    public void Constants_file_compiles_to_what_was_fitted()
    {
        LlmEfficiencies costs = LlmCase.Costing((LlmConstant.Layer, 1.25e-5));
        ConstantsFile file = LlmConstantsFile.Of(costs);

        Assert.Equal("src/MlsdEstimator/Inference/LlmEfficiencies.Data.cs", file.Path);
        Assert.Contains("new(\"unknown stack\", 0, 0, [0E+0, 0E+0, 0E+0, 0E+0, 0E+0, 0E+0, 0E+0, 0E+0, 0E+0, 0E+0, 1.25E-5, ", file.Text);
        Assert.Contains("new(\"unknown stack\", 0.100, [0.200, 0.200, 0.200, 0.200]),", file.Text);
        Assert.EndsWith("new DateOnly(2026, 11, 21));\n}\n", file.Text);
    }

    private static LlmRow Row(string name, double sequences, double factor)
    {
        var replica = new LlmReplica { Model = PublishedModels.Transformer(name), Device = Accelerators.H100Sxm80Gb, Stack = ServingStack.Vllm, Layout = ParallelLayout.Tensor(4) };
        var serving = new LlmServing { Replica = replica, PromptTokens = 500, AnswerTokens = 500, Load = LlmLoad.Batch(sequences) };
        return new LlmRow
        {
            Id = "made", Model = name, Device = "H100-SXM-80GB", Engine = "vLLM", Metric = LlmMetric.TimePerToken, Serving = serving,
            Value = serving.TimePerToken.Milliseconds * factor,
        };
    }
}
