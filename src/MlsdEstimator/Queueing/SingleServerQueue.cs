namespace MlsdEstimator;

/// <summary>Pollaczek-Khinchine and Kingman: rho / (1 - rho) x (scv of arrivals + scv of service) / 2.</summary>
internal sealed record SingleServerQueue(string Kendall, Scalar ArrivalScv, Scalar ServiceScv) : QueueModel(Kendall)
{
    internal override bool IsSingleServer => true;

    internal override bool IsMarkov => ReferenceEquals(this, MM1);

    internal override bool IsConstantService => ReferenceEquals(this, MD1);

    internal override Fraction Waits(Scalar load, Scalar servers) => Fraction.FromScalar(load / servers);

    internal override Scalar Delay(Scalar load, Scalar servers) => servers / (servers - load) * ((ArrivalScv + ServiceScv) / 2);

    internal override Scalar Wait(Scalar load, Scalar servers) => load / (servers - load) * ((ArrivalScv + ServiceScv) / 2);
}
