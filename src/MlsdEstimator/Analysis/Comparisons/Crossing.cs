namespace MlsdEstimator;

/// <summary>A value of an input at which the best alternative changes, all other inputs at their best guess.</summary>
/// <param name="At">Value of the input; where it takes whole numbers only, the first of them at which the best is another one.</param>
/// <param name="Before">Name of the best before it, in the direction of the search; null when none is feasible there.</param>
/// <param name="After">Name of the best after it; null when none is feasible there.</param>
/// <param name="Kind">Why it changes.</param>
/// <typeparam name="TInput">Type of the input.</typeparam>
public sealed record Crossing<TInput>(TInput At, string? Before, string? After, CrossingKind Kind) : ICrossing
    where TInput : Quantity<TInput>, IQuantity<TInput>
{
    IQuantity ICrossing.At => At;

    /// <summary>"batch until 2.4 M, then online".</summary>
    public override string ToString() => $"{Before ?? "nothing feasible"} until {At}, then {After ?? "nothing feasible"}{Why}";

    private string Why => Kind switch
    {
        CrossingKind.Jump => ", by a jump",
        CrossingKind.BecomesInfeasible when After is not null => $", because {Before} becomes infeasible",
        CrossingKind.BecomesFeasible when Before is not null => $", because {After} becomes feasible",
        _ => "",
    };
}
