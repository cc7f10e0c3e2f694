using System.Collections.Concurrent;

namespace MlsdEstimator;

/// <summary>Costs of serving stacks on classes of devices: fitted to published results by benchmarks/MlsdEstimator.Accuracy.</summary>
/// <param name="stacks">Numbers by stack, the unknown one among them.</param>
/// <param name="classes">Factors by class of device.</param>
/// <param name="spreads">Spreads by stack, the unknown one among them.</param>
/// <param name="fitted">Day of the fit.</param>
internal sealed partial class LlmEfficiencies(IReadOnlyList<LlmCost> stacks, IReadOnlyList<LlmClassFactor> classes, IReadOnlyList<LlmSpread> spreads, DateOnly fitted)
{
    private readonly ConcurrentDictionary<(ServingStack, LlmDeviceClass), LlmCosts> costs = new();

    /// <summary>Numbers by stack.</summary>
    public IReadOnlyList<LlmCost> Stacks => stacks;

    /// <summary>Factors by class of device.</summary>
    public IReadOnlyList<LlmClassFactor> Classes => classes;

    /// <summary>Spreads by stack.</summary>
    public IReadOnlyList<LlmSpread> Spreads => spreads;

    /// <summary>When they were fitted.</summary>
    public DateOnly FittedOn => fitted;

    /// <summary>Factors on constants, for those who look for the slope in one; null for 1.</summary>
    public IReadOnlyList<Scalar>? Shifts { get; init; }

    /// <summary>Costs of a stack on a device. Every caller gets the same leaves.</summary>
    public LlmCosts Of(ServingStack stack, Accelerator device) => costs.GetOrAdd((stack, LlmDeviceClasses.Of(device)), Make);

    private LlmCosts Make((ServingStack Stack, LlmDeviceClass Class) key)
    {
        LlmCost cost = CostOf(key.Stack);
        LlmSpread spread = spreads.FirstOrDefault(one => one.Stack == cost.Stack) ?? UnknownSpread;
        string source = Text.Of($"fitted to {cost.Rows} published results in {cost.Blocks} (model, device) blocks, {fitted:yyyy-MM-dd}");
        string where = $"{cost.Stack} on {Words(key.Class)}";
        Scalar[] residuals = [.. spread.Residuals.Select((deviation, figure) => Leaf(deviation, $"time factor of {Words((LlmFigure)figure)}, {where}", source))];
        return new LlmCosts([.. Values(cost, key.Class)], Leaf(spread.Shared, $"time factor of {where}", source), residuals);
    }

    /// <summary>The numbers of a stack that was fitted, of its nearest relative that was, or of an unknown one.</summary>
    private LlmCost CostOf(ServingStack stack) =>
        stacks.FirstOrDefault(cost => cost.Stack == stack.Name) ?? (stack.Relative is ServingStack relative ? CostOf(relative) : stacks.First(cost => cost.Stack == ServingStack.Unknown.Name));

    private LlmSpread UnknownSpread => spreads.First(spread => spread.Stack == ServingStack.Unknown.Name);

    private IEnumerable<Scalar> Values(LlmCost cost, LlmDeviceClass device)
    {
        IReadOnlyList<double>? factors = classes.FirstOrDefault(one => one.Class == device)?.Factors;
        for (int i = 0; i < cost.Values.Count; i++)
        {
            var value = Scalar.FromNumber(cost.Values[i] * (factors?[i] ?? 1));
            yield return Shifts is null ? value : value * Shifts[i];
        }
    }

    private static Scalar Leaf(double deviation, string name, string source) => Uncertain.LogNormal(1, deviation).AsScalar().Named(name).AsDefault(source);

    private static string Words(LlmFigure figure) => figure switch
    {
        LlmFigure.Token => "a generated token",
        LlmFigure.Prompt => "a prompt",
        LlmFigure.FirstToken => "the first token",
        _ => "a full system",
    };

    private static string Words(LlmDeviceClass device) => device switch
    {
        LlmDeviceClass.Ampere => "A100 and its like",
        LlmDeviceClass.Hopper => "H100 and its like",
        LlmDeviceClass.Blackwell => "B200 and its like",
        LlmDeviceClass.GraphicsCard => "graphics cards",
        LlmDeviceClass.Amd => "AMD Instinct",
        LlmDeviceClass.SystemOnChip => "systems on a chip",
        LlmDeviceClass.IntegratedGpu => "integrated graphics",
        LlmDeviceClass.Edge => "edge modules",
        LlmDeviceClass.Cpu => "CPUs",
        _ => "other devices",
    };
}
