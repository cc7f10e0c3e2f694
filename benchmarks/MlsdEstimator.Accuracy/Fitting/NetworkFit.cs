using MathNet.Numerics.LinearAlgebra;

namespace MlsdEstimator.Accuracy;

/// <summary>Fits the costs of network steps to rows: robustly, on logarithms, each drawn towards what is usual.</summary>
/// <remarks>
/// A stack with few rows, and a kind that was not seen, stay near the prior of <see cref="NetworkLayout"/>. Spreads come from rows that were withheld: whole
/// models, or (model, device) blocks where a stack has few models, for networks; whole devices for stacks.
/// </remarks>
internal sealed class NetworkFit
{
    private const double ErrorScale = 0.08;
    private const double SmallGain = 1e-6;
    private const int Parts = 5;

    /// <summary>A stack that was seen with so many models is judged on models that no device has shown; another one, on blocks.</summary>
    private const int ManyModels = 20;

    private readonly NetworkLayout layout;
    private readonly NetworkTerms[] terms;
    private readonly double[] parameters;

    private NetworkFit(IReadOnlyList<NetworkRow> rows, NetworkLayout layout, double[] start)
    {
        this.layout = layout;
        terms = [.. rows.Select(TermsOf)];
        parameters = LeastSquares.Minimise(Residuals, (at, _) => NormalEquations(at), start, SmallGain);
    }

    /// <summary>Costs fitted to rows, with their spreads.</summary>
    public static NetworkEfficiencies Of(IReadOnlyList<NetworkRow> rows, DateOnly on)
    {
        var layout = new NetworkLayout(rows.Select(NetworkParts.Of));
        var all = new NetworkFit(rows, layout, layout.Usual);
        NetworkEfficiencies certain = all.Efficiencies(rows, null, on);
        HashSet<(DeviceClass, string)> rich = [.. rows.GroupBy(StackOf).Where(stack => stack.Select(row => row.Model).Distinct().Count() >= ManyModels).Select(stack => stack.Key)];
        var spreads = new NetworkSpreads(all.Withheld(rows, row => rich.Contains(StackOf(row)) ? row.Model : row.Block), all.Withheld(rows, row => row.Device), row => NetworkSpreads.OfInputs(row, certain));
        return all.Efficiencies(rows, spreads, on);
    }

    /// <summary>ln(measured / predicted) of every row, predicted without the rows of its group.</summary>
    private IReadOnlyList<(NetworkRow Row, double Error)> Withheld(IReadOnlyList<NetworkRow> rows, Func<NetworkRow, string> groupOf)
    {
        string[] groups = [.. Split.InOrderOfStacks(rows, groupOf)];
        ILookup<int, NetworkRow> folds = rows.ToLookup(row => Array.IndexOf(groups, groupOf(row)) % Parts);
        return [.. folds.SelectMany(fold => Withheld([.. folds.Where(other => other.Key != fold.Key).SelectMany(other => other)], fold))];
    }

    /// <summary>Errors of rows whose stack was seen elsewhere: without that, they would tell of the prior.</summary>
    private IEnumerable<(NetworkRow, double)> Withheld(IReadOnlyList<NetworkRow> seen, IEnumerable<NetworkRow> unseen)
    {
        HashSet<(DeviceClass, string)> known = [.. seen.Select(StackOf)];
        var fit = new NetworkFit(seen, layout, parameters);
        return unseen.Where(row => known.Contains(StackOf(row))).Select(row => (row, TermsOf(row).Error(fit.parameters)));
    }

    private static (DeviceClass, string) StackOf(NetworkRow row) => (NetworkEfficiencies.ClassOf(row.Step.Device.Kind), row.Step.Stack.Name);

    private NetworkTerms TermsOf(NetworkRow row)
    {
        var part = NetworkParts.Of(row);
        return new NetworkTerms(part, layout.TermsOf(part));
    }

    private double[] Residuals(double[] at)
    {
        double[] residuals = new double[terms.Length + at.Length];
        for (int row = 0; row < terms.Length; row++)
            residuals[row] = LeastSquares.Softened(terms[row].Error(at) / ErrorScale);
        for (int parameter = 0; parameter < at.Length; parameter++)
            residuals[terms.Length + parameter] = (at[parameter] - layout.Usual[parameter]) / layout.Widths[parameter];
        return residuals;
    }

    /// <summary>Each row has slopes by a dozen parameters only.</summary>
    private (Matrix<double>, Vector<double>) NormalEquations(double[] at)
    {
        Matrix<double> normal = Matrix<double>.Build.Dense(at.Length, at.Length);
        Vector<double> gradient = Vector<double>.Build.Dense(at.Length);
        foreach (NetworkTerms term in terms)
            Add(term, at, normal, gradient);
        for (int parameter = 0; parameter < at.Length; parameter++)
        {
            normal[parameter, parameter] += 1 / (layout.Widths[parameter] * layout.Widths[parameter]);
            gradient[parameter] += (at[parameter] - layout.Usual[parameter]) / (layout.Widths[parameter] * layout.Widths[parameter]);
        }
        return (normal, gradient);
    }

    private static void Add(NetworkTerms term, double[] at, Matrix<double> normal, Vector<double> gradient)
    {
        (double error, IReadOnlyList<(int Parameter, double Slope)> slopes) = term.WithSlopes(at);
        double residual = error / ErrorScale, softened = LeastSquares.Softened(residual), slope = LeastSquares.SoftenedSlope(residual) / ErrorScale;
        foreach ((int first, double byFirst) in slopes)
        {
            gradient[first] += byFirst * slope * softened;
            foreach ((int second, double bySecond) in slopes)
                normal[first, second] += byFirst * bySecond * slope * slope;
        }
    }

    /// <summary>The costs as the library has them; without spreads, predictions know only the doubts of their inputs.</summary>
    private NetworkEfficiencies Efficiencies(IReadOnlyList<NetworkRow> rows, NetworkSpreads? spreads, DateOnly on) => new(
        [.. layout.Stacks.Select((stack, index) => Stack(stack, layout.CostsOf(index, parameters), rows, spreads))],
        [.. layout.Kinds.Select(kind => Kind(kind, layout.FactorsOf(kind.Device, kind.Kind, parameters), spreads))],
        [.. layout.Pairs.Select((pair, index) => Pair(pair, layout.PairOf(index, parameters), spreads))],
        layout.EnergyOf(parameters),
        on);

    private static NetworkCost Stack((DeviceClass, string) stack, double[] costs, IReadOnlyList<NetworkRow> rows, NetworkSpreads? spreads)
    {
        NetworkRow[] own = [.. rows.Where(row => StackOf(row) == stack)];
        double spread = spreads?.OfStack(stack) ?? NetworkSpreads.None;
        return new NetworkCost(stack.Item1, stack.Item2, costs[0], costs[1], costs[2], costs[3], costs[4], spread, own.Length, own.Select(row => row.Block).Distinct().Count());
    }

    private static NetworkKindCost Kind((DeviceClass Device, NetworkKind Kind) kind, double[] factors, NetworkSpreads? spreads) =>
        new(kind.Device, kind.Kind, factors[0], factors[1], factors[2], factors[3], spreads?.OfKind(kind.Device, kind.Kind) ?? NetworkSpreads.None);

    private static NetworkPairCost Pair((DeviceClass Device, string Stack, NetworkKind Kind) pair, double[] factors, NetworkSpreads? spreads) =>
        new(pair.Device, pair.Stack, pair.Kind, factors[0], factors[1], spreads?.OfPair((pair.Device, pair.Stack), pair.Kind) ?? NetworkSpreads.None);
}
