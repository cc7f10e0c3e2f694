namespace MlsdEstimator;

/// <summary>Requests that run at once when they come at a rate: by Little's law rate x answer x time per token, which itself grows with those that run.</summary>
internal sealed class LlmArrivals(LlmServing serving, Rate rate)
{
    private const int Rounds = 60;
    private const double Apart = 1.1;

    /// <summary>The least number that satisfies both, found at best guesses; around it the time per token is a line.</summary>
    public Scalar Running
    {
        get
        {
            Scalar most = serving.Full;
            double here = AtBestGuess(most.Value);
            if (here >= most.Value)
                return most;
            Duration time = serving.TokenTime(here);
            Duration slope = (serving.TokenTime(here * Apart) - time) / (here * (Apart - 1));
            Scalar alone = Tokens * (time - slope * here), growth = Tokens * slope;
            return Quantity.If(growth < 1, Scalar.Min(most, alone / (1 - growth)), most);
        }
    }

    private Rate Tokens => rate * serving.AnswerTokens;

    private double AtBestGuess(double most)
    {
        double running = 0;
        for (int round = 0; round < Rounds && running < most; round++)
        {
            double next = Math.Min(most, (Tokens * serving.TokenTime(Math.Max(running, 1e-6))).Value);
            if (next - running < 1e-9 * next)
                return next;
            running = next;
        }
        return running;
    }
}
