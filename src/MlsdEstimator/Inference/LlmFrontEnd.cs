namespace MlsdEstimator;

/// <summary>What stands between a client and the step in which its prompt is computed.</summary>
/// <param name="costs">Costs of the stack.</param>
/// <param name="isBehindRouter">True where a router stands before the server of the engine.</param>
internal sealed class LlmFrontEnd(LlmCosts costs, bool isBehindRouter)
{
    /// <summary>From the client to the scheduler of the engine.</summary>
    public Duration Received => isBehindRouter ? costs.Time(LlmConstant.Request) + costs.Time(LlmConstant.Router) : costs.Time(LlmConstant.Request);

    /// <summary>A request is read by a front end that serves the others too, waits half a step on average until one begins, and through those for which it is held back.</summary>
    public Duration Accepted(Scalar running, Duration step, Scalar heldSteps) => Received + running * costs.Time(LlmConstant.Client) + step * (0.5 + heldSteps);
}
