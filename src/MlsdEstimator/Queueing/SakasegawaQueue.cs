namespace MlsdEstimator;

/// <summary>rho^(sqrt(2(c+1)) - 1) / (c (1 - rho)) x (scv of arrivals + scv of service) / 2.</summary>
internal sealed record SakasegawaQueue(Scalar ArrivalScv, Scalar ServiceScv) : QueueModel("G/G/c by Sakasegawa")
{
    internal override Scalar Delay(Scalar load, Scalar servers) => Wait(load, servers) / Waits(load, servers);

    internal override Scalar Wait(Scalar load, Scalar servers) =>
        (load / servers).Pow((2 * (servers + 1)).Sqrt() - 1) / (servers - load) * ((ArrivalScv + ServiceScv) / 2);
}
