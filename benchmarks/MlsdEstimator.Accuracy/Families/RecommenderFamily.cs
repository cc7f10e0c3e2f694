namespace MlsdEstimator.Accuracy;

/// <summary>The recommender of MLPerf Inference, DLRM-v2.</summary>
/// <param name="efficiencies">Costs to predict with, or null for those that ship.</param>
internal sealed class RecommenderFamily(NetworkEfficiencies? efficiencies = null) : NetworkFamily(efficiencies)
{
    public override string Name => "recommender";

    public override string File => MlperfRows.File;

    protected override IReadOnlyList<Measurement> All(ValidationFolder folder) => MlperfRows.Read(folder, MlperfRows.IsRecommender);

    protected override IFamily With(NetworkEfficiencies fitted) => new RecommenderFamily(fitted);
}
