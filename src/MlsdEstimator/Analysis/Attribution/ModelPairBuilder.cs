namespace MlsdEstimator;

/// <summary>Collects the steps of a <see cref="ModelPair"/>, each input that changed once.</summary>
internal sealed class ModelPairBuilder
{
    private readonly List<ModelPair.Step> steps = [];
    private readonly List<ModelPair.Player> players = [];
    private readonly Dictionary<(Node Before, Node After), int> byNodes = [];
    private readonly Dictionary<ModelPair.Player, int> byName = [];

    public int Add(ModelPair.Step step)
    {
        steps.Add(step);
        return steps.Count - 1;
    }

    public int Constant(double value) => Add(new ModelPair.Step { Constant = value });

    public int Player(InputChange change) =>
        Add(new ModelPair.Step { Player = Number((change.Node, change.Node), new ModelPair.Player(NamedInputs.LabelOf(change.Input), change.Node.Dimension, change.Before, change.After)) });

    /// <summary>An input that differs between the builds. The same node, or the same name with the same values, is the same input.</summary>
    public int Player(string? name, Node before, Node after)
    {
        var player = new ModelPair.Player(name ?? $"unnamed {after.Dimension.Name}", after.Dimension, before.Nominal, after.Nominal);
        if (name is not null && byName.TryGetValue(player, out int known))
            byNodes.TryAdd((before.Bare, after.Bare), known);
        int number = Number((before.Bare, after.Bare), player);
        if (name is null)
            return Add(new ModelPair.Step { Player = number });
        byName.TryAdd(player, number);
        players[number] = player;
        return Add(new ModelPair.Step { Player = number });
    }

    /// <summary>Only what the root reads; the root last.</summary>
    public ModelPair Build(int root)
    {
        var read = new HashSet<int> { root };
        for (int i = root; i >= 0; i--)
        {
            if (read.Contains(i))
                read.UnionWith(steps[i].Operands);
        }
        int[] kept = [.. read.Order()];
        int[] actors = [.. kept.Select(i => steps[i].Player).OfType<int>().Distinct().Order()];
        return new ModelPair([.. kept.Select(i => Renumbered(steps[i], kept, actors))], [.. actors.Select(i => players[i])]);
    }

    private static ModelPair.Step Renumbered(ModelPair.Step step, int[] kept, int[] actors) => step with
    {
        Operands = Array.ConvertAll(step.Operands, operand => Array.BinarySearch(kept, operand)),
        Player = step.Player is int player ? Array.BinarySearch(actors, player) : null,
    };

    private int Number((Node Before, Node After) nodes, ModelPair.Player player)
    {
        if (!byNodes.TryGetValue(nodes, out int number))
        {
            byNodes[nodes] = number = players.Count;
            players.Add(player);
        }
        return number;
    }
}
