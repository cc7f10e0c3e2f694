namespace MlsdEstimator;

/// <summary>A service with a queue before it: what <see cref="LatencyProfile.WithQueue(Rate, Scalar, QueueModel?)"/> gives.</summary>
public sealed class QueuedLatency : LatencyProfile
{
    private readonly QueueModel? model;

    internal QueuedLatency(LatencyProfile service, Rate arrivals, Scalar servers, QueueModel? model)
        : this(service, new Queue { Arrivals = arrivals, Service = service.Mean, Servers = servers, Model = model ?? QueueModel.AllenCunneen(QueueingDefaults.Exponential, service.Scv) }, model)
    {
    }

    private QueuedLatency(LatencyProfile service, Queue queue, QueueModel? model)
        : base(service.Then(WaitIn(queue)).Tree, new WaitingInside(queue.Arrivals, [queue])) => (Service, Queue, this.model) = (service, queue, model);

    /// <summary>The service alone.</summary>
    public LatencyProfile Service { get; }

    /// <summary>The queue before it: utilisation, waits, and how many are inside.</summary>
    public Queue Queue { get; }

    /// <summary>Whether the queue is full, perhaps full, or past the knee.</summary>
    public IReadOnlyList<Finding> Findings => Queue.Findings;

    /// <summary>The same service and arrivals with another number of servers.</summary>
    /// <param name="servers">Servers side by side. At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Less than one server.</exception>
    public QueuedLatency WithServers(Scalar servers) => Service.WithQueue(Queue.Arrivals, servers, model);

    /// <summary>The same arrivals and servers with another service: a faster one also waits less.</summary>
    internal QueuedLatency ServedBy(LatencyProfile service) => service.WithQueue(Queue.Arrivals, Queue.Servers, model);

    internal override LatencyProfile OwnedBy(string name) => ServedBy(Service.OwnedBy(name));

    /// <summary>A model without any variance has no wait at all, only a capacity.</summary>
    private static LatencyProfile WaitIn(Queue queue) => queue.MeanWaitOfThoseWhoWait.Node.Nominal == 0
        ? Constant(queue.MeanWaitOfThoseWhoWait)
        : Waiting(queue.WaitProbability, queue.MeanWaitOfThoseWhoWait);
}
