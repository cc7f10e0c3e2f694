namespace MlsdEstimator;

/// <summary>One class of requests of a <see cref="PriorityQueue"/>.</summary>
/// <example><code>var interactive = new PriorityClass("interactive", 30.PerSecond, 10.Milliseconds, serviceScv: 1);</code></example>
public sealed record PriorityClass
{
    /// <summary>Creates a class.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="arrivals">What arrives, not negative.</param>
    /// <param name="service">Time one request keeps the server busy, the mean. Above 0.</param>
    /// <param name="serviceScv">Squared coefficient of variation of that time, not negative: 0 for constant, 1 for exponential times.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public PriorityClass(string name, Rate arrivals, Duration service, Scalar serviceScv)
    {
        Name = Require.NotBlank(name, nameof(name));
        Arrivals = Require.NonNegative(arrivals, $"arrivals of {name}");
        Service = Require.Positive(service, $"service time of {name}");
        ServiceScv = Require.NonNegative(serviceScv, $"scv of service of {name}");
    }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>What arrives.</summary>
    public Rate Arrivals { get; }

    /// <summary>Mean service time.</summary>
    public Duration Service { get; }

    /// <summary>Squared coefficient of variation of the service time.</summary>
    public Scalar ServiceScv { get; }

    /// <summary>Part of the server it asks for.</summary>
    internal Scalar Load => Arrivals * Service;

    /// <summary>Service left of a request that an arrival finds being served, the mean: E[S^2] / (2 E[S]).</summary>
    internal Duration Remaining => Service * ((1 + ServiceScv) / 2);
}
