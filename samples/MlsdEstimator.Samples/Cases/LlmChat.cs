namespace MlsdEstimator.Samples;

/// <summary>A chat that answers from documents: the arithmetic of interviews, and fleets by the fitted step time, side by side.</summary>
internal sealed class LlmChat : CaseStudy
{
    public override string Name => "llm-chat";

    public override string Description => "A chat over documents for 10M daily users: answers written at once, cache memory, GPUs by convention and by step time, own fleet against hosted API.";

    /// <summary>The published example.</summary>
    public static CaseInputs PointValues() => new(
    [
        "daily active users=10M", "sessions per user per day=2", "peak factor=4", "session length=600 s", "turns per session=5", "duty cycle, convention=40%", "output tokens=400",
    ]);

    public override CaseDesign Build(CaseInputs inputs) => new LlmChatDesign(inputs).Finish();
}
