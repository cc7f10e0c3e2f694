namespace MlsdEstimator;

/// <summary>Orders the steps of a graph so that equal operations stand together and every step still comes after its operands.</summary>
/// <remarks>
/// Of the operations that have steps ready, the one with most of them runs until it has none left, and what becomes ready meanwhile joins. A machine that
/// executes the runs one by one decides on an operation once for each run, not once for each step, and a processor predicts that.
/// </remarks>
internal sealed class OpcodeOrder
{
    private const int Kinds = (int)Operation.Guard + 2;

    private readonly List<Instruction> steps;
    private readonly int[] unmet;
    private readonly int[] firstUser;
    private readonly int[] users;
    private readonly Queue<int>[] ready = [.. Enumerable.Range(0, Kinds).Select(_ => new Queue<int>())];

    private OpcodeOrder(List<Instruction> steps, int values)
    {
        this.steps = steps;
        unmet = new int[steps.Count];
        int[] makers = Makers(values);
        firstUser = new int[steps.Count + 1];
        users = new int[CountUses(makers)];
        NameUsers(makers);
    }

    /// <param name="steps">Steps that compute something, no inputs.</param>
    /// <param name="values">Number of values they read and make.</param>
    public static List<Instruction> Of(List<Instruction> steps, int values) => new OpcodeOrder(steps, values).Order();

    private static int Kind(Instruction step) => step.Function is null ? (int)step.Operation : Kinds - 1;

    /// <summary>The step that makes each value; -1 for an input.</summary>
    private int[] Makers(int values)
    {
        var makers = new int[values];
        Array.Fill(makers, -1);
        for (int step = 0; step < steps.Count; step++)
        {
            foreach (int value in steps[step].Results)
                makers[value] = step;
        }
        return makers;
    }

    /// <summary>Counts the operands each step waits for, and leaves in <see cref="firstUser"/> where the users of each step will begin.</summary>
    private int CountUses(int[] makers)
    {
        for (int step = 0; step < steps.Count; step++)
        {
            foreach (int value in steps[step].Operands)
            {
                if (value >= 0 && makers[value] >= 0)
                {
                    unmet[step]++;
                    firstUser[makers[value] + 1]++;
                }
            }
        }
        for (int step = 0; step < steps.Count; step++)
            firstUser[step + 1] += firstUser[step];
        return firstUser[^1];
    }

    private void NameUsers(int[] makers)
    {
        int[] next = [.. firstUser];
        for (int step = 0; step < steps.Count; step++)
        {
            foreach (int value in steps[step].Operands)
            {
                if (value >= 0 && makers[value] >= 0)
                    users[next[makers[value]]++] = step;
            }
        }
    }

    private List<Instruction> Order()
    {
        var ordered = new List<Instruction>(steps.Count);
        for (int step = 0; step < steps.Count; step++)
        {
            if (unmet[step] == 0)
                ready[Kind(steps[step])].Enqueue(step);
        }
        while (ordered.Count < steps.Count)
        {
            Queue<int> longest = ready.MaxBy(queue => queue.Count)!;
            while (longest.TryDequeue(out int step))
                Finish(step, ordered);
        }
        return ordered;
    }

    private void Finish(int step, List<Instruction> ordered)
    {
        ordered.Add(steps[step]);
        foreach (int user in users.AsSpan(firstUser[step]..firstUser[step + 1]))
        {
            if (--unmet[user] == 0)
                ready[Kind(steps[user])].Enqueue(user);
        }
    }
}
