using MlsdEstimator.Samples;

namespace MlsdEstimator.Tests;

/// <summary>A case of a few formulas, for answers that the video case does not give: two solutions, overload, negative effects.</summary>
internal sealed class ToyCase : CaseStudy
{
    public override string Name => "toy";

    public override string Description => "x (4 - x) and its like.";

    public static CaseRun Run(params string[] settings) => new(new ToyCase(), new CaseInputs(settings), new SimulationOptions { Samples = 1024 });

    public override CaseDesign Build(CaseInputs inputs)
    {
        Scalar x = inputs.Of("x", Scalar.FromNumber(1), "given"), y = inputs.Of("y", 1.To(4, best: 2), "assumed");
        var sheet = new Worksheet("Toy")
        {
            Clarify =
            [
                Estimator.Of("Curves", (x * (4 - x)).Named("hill"), (x / y).Named("share"), (1 / (3 - y)).FeasibleWhen(y < 3, "overload").Named("wait"), (x * y).Ceiling().Named("whole")),
            ],
        };
        return new CaseDesign(sheet, null!, [("x", x), ("y", y)], ["whole"], null!);
    }
}
