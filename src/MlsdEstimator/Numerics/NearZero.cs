namespace MlsdEstimator;

/// <summary>Functions that lose their digits near zero when they are written out: e^x - 1, ln(1 + x).</summary>
internal static class NearZero
{
    /// <summary>e^x - 1, near 0 by tanh: 2t / (1 - t), t = tanh(x / 2).</summary>
    public static double ExpMinusOne(double x)
    {
        if (x > 1)
            return Math.Exp(x) - 1;
        double t = Math.Tanh(x / 2);
        return 2 * t / (1 - t);
    }

    /// <summary>ln(1 + x), corrected for the rounding of 1 + x (W. Kahan).</summary>
    public static double LogOnePlus(double x)
    {
        double one = 1 + x;
        return one == 1 ? x : Math.Log(one) * (x / (one - 1));
    }
}
