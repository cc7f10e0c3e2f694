namespace MlsdEstimator.Tests;

/// <summary>What a simulated run measured.</summary>
/// <param name="MeanWait">Mean wait of those who were served.</param>
/// <param name="Waits">Their waits.</param>
/// <param name="Lost">Part that was turned away or gave up.</param>
internal sealed record SimulatedWaits(double MeanWait, IReadOnlyList<double> Waits, double Lost);

/// <summary>
/// A small discrete-event simulation: customers one after the other, servers by the time they become free. It knows nothing of the formulas it confirms.
/// </summary>
internal sealed class EventQueue(int seed)
{
    private readonly Random random = new(seed);

    public double Exponential(double mean) => -mean * Math.Log(1 - random.NextDouble());

    /// <summary>First come first served: who arrives takes the server that is free first. Room and patience may turn customers away.</summary>
    /// <param name="rate">Poisson arrivals.</param>
    /// <param name="service">Draws a service time.</param>
    /// <param name="servers">Servers.</param>
    /// <param name="customers">Customers, after a tenth as many that only warm it up.</param>
    /// <param name="places">Places in all.</param>
    /// <param name="patience">Draws how long a customer waits before it leaves.</param>
    public SimulatedWaits Run(double rate, Func<double> service, int servers, int customers, int places = int.MaxValue, Func<double>? patience = null)
    {
        var free = new PriorityQueue<int, double>(Enumerable.Range(0, servers).Select(server => (server, 0.0)));
        var leaving = new PriorityQueue<int, double>();
        var waits = new List<double>();
        double now = 0;
        int lost = 0;
        for (int customer = -customers / 10; customer < customers; customer++)
        {
            now += Exponential(1 / rate);
            while (leaving.TryPeek(out _, out double gone) && gone <= now)
                leaving.Dequeue();
            free.TryPeek(out int server, out double from);
            double wait = Math.Max(0, from - now);
            if (leaving.Count >= places || wait > (patience?.Invoke() ?? double.PositiveInfinity))
            {
                lost += customer >= 0 ? 1 : 0;
                continue;
            }
            double end = now + wait + service();
            free.DequeueEnqueue(server, end);
            if (places < int.MaxValue)
                leaving.Enqueue(customer, end);
            if (customer >= 0)
                waits.Add(wait);
        }
        return new SimulatedWaits(waits.Average(), waits, (double)lost / customers);
    }

    /// <summary>Mean waits of two classes at one server, the first class first, no interruption.</summary>
    public (double High, double Low) RunPriorities((double Rate, double Service) high, (double Rate, double Service) low, int customers)
    {
        (double Rate, double Service)[] classes = [high, low];
        double[] next = [Exponential(1 / high.Rate), Exponential(1 / low.Rate)], sums = [0, 0];
        Queue<double>[] waiting = [new(), new()];
        int[] served = [0, 0];
        double now = 0;
        while (served[0] + served[1] < customers)
        {
            if (waiting[0].Count + waiting[1].Count == 0)
                now = Math.Max(now, Math.Min(next[0], next[1]));
            for (int i = 0; i < 2; i++)
            {
                for (; next[i] <= now; next[i] += Exponential(1 / classes[i].Rate))
                    waiting[i].Enqueue(next[i]);
            }
            int chosen = waiting[0].Count > 0 ? 0 : 1;
            sums[chosen] += now - waiting[chosen].Dequeue();
            served[chosen]++;
            now += Exponential(classes[chosen].Service);
        }
        return (sums[0] / served[0], sums[1] / served[1]);
    }

    /// <summary>A server that takes all that waits, up to a limit, as soon as it is free: mean response and mean batch.</summary>
    public (double Response, double Batch) RunBatches(double rate, double perItem, double perBatch, int most, int batches)
    {
        var waiting = new Queue<double>();
        double now = 0, next = Exponential(1 / rate), responses = 0;
        int items = 0;
        for (int batch = 0; batch < batches; batch++)
        {
            if (waiting.Count == 0)
                now = Math.Max(now, next);
            for (; next <= now; next += Exponential(1 / rate))
                waiting.Enqueue(next);
            int size = Math.Min(waiting.Count, most);
            now += perItem * size + perBatch;
            items += size;
            for (int item = 0; item < size; item++)
                responses += now - waiting.Dequeue();
        }
        return (responses / items, (double)items / batches);
    }

    /// <summary>Sorted responses at the same server, each request's time in its batch drawn around that of the batch.</summary>
    public double[] BatchResponses(double rate, double perItem, double perBatch, int most, int requests, Func<double> factor)
    {
        var waiting = new Queue<double>();
        var responses = new List<double>();
        double free = 0, next = Exponential(1 / rate);
        while (responses.Count < requests)
        {
            double now = waiting.Count == 0 ? Math.Max(free, next) : free;
            for (; next <= now; next += Exponential(1 / rate))
                waiting.Enqueue(next);
            int size = Math.Min(waiting.Count, most);
            double time = perItem * size + perBatch;
            for (int item = 0; item < size; item++)
                responses.Add(now - waiting.Dequeue() + time * factor());
            free = now + time;
        }
        responses.Sort();
        return [.. responses];
    }

    /// <summary>A batch goes when it is full or its first item has waited the delay: mean wait and mean batch.</summary>
    public (double Wait, double Batch) RunTimer(double rate, double delay, int most, int batches)
    {
        double waits = 0;
        int items = 0;
        for (int batch = 0; batch < batches; batch++)
        {
            var arrivals = new List<double> { 0 };
            for (double at = Exponential(1 / rate); at <= delay && arrivals.Count < most; at += Exponential(1 / rate))
                arrivals.Add(at);
            double goes = arrivals.Count == most ? arrivals[^1] : delay;
            waits += arrivals.Sum(at => goes - at);
            items += arrivals.Count;
        }
        return (waits / items, (double)items / batches);
    }
}
