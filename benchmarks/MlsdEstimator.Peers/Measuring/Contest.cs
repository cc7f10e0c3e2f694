using System.Globalization;

namespace MlsdEstimator.Peers;

/// <summary>What every program is asked to do in the same rounds.</summary>
/// <param name="Workload">One of <see cref="WorkloadName"/>.</param>
/// <param name="Samples">Draws of one run; 1 for <see cref="WorkloadName.Point"/>.</param>
/// <param name="Threads">Threads of one run.</param>
internal sealed record Contest(string Workload, int Samples, int Threads)
{
    /// <summary>As a program reads it: workload, samples, threads, seconds to repeat for.</summary>
    public IReadOnlyList<string> Arguments(double seconds) =>
        [Workload, Samples.ToString(CultureInfo.InvariantCulture), Threads.ToString(CultureInfo.InvariantCulture), seconds.ToString(CultureInfo.InvariantCulture)];

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Workload}, {(Samples == 1 ? "one sample" : $"{Samples:N0} samples")}, {(Threads == 1 ? "one thread" : $"{Threads} threads")}");
}
