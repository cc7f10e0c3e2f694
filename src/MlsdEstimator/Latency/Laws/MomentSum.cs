namespace MlsdEstimator;

/// <summary>Weighted sums of powers, from which moments are read.</summary>
internal struct MomentSum
{
    private double mass;
    private double first;
    private double second;
    private double third;

    /// <summary>Moments of what was added.</summary>
    public readonly Moments Moments
    {
        get
        {
            (double mean, double square, double cube) = (first / mass, second / mass, third / mass);
            double variance = square - mean * mean;
            return new Moments(mean, variance, cube - 3 * mean * variance - mean * mean * mean);
        }
    }

    public void Add(double value, double weight)
    {
        mass += weight;
        first += weight * value;
        second += weight * value * value;
        third += weight * value * value * value;
    }
}
