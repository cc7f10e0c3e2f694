namespace MlsdEstimator;

/// <summary>M/M/c, and Allen and Cunneen's multiple of its wait: C / (c - a) x (scv of arrivals + scv of service) / 2.</summary>
internal sealed record ErlangQueue(string Kendall, Scalar ArrivalScv, Scalar ServiceScv) : QueueModel(Kendall)
{
    internal override bool IsMarkov => ReferenceEquals(this, MMc);

    internal override Scalar Delay(Scalar load, Scalar servers) => (ArrivalScv + ServiceScv) / 2 / (servers - load);

    internal override Scalar Wait(Scalar load, Scalar servers) => Waits(load, servers) / (servers - load) * ((ArrivalScv + ServiceScv) / 2);
}
