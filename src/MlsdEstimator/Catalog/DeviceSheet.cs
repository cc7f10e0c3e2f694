namespace MlsdEstimator;

/// <summary>Names and cites the numbers of one device.</summary>
internal sealed record DeviceSheet(string Device, string Source, DateOnly? AsOf)
{
    public FlopRate Peak(string what, double teraflops) => Cite(FlopRate.FromTeraflopsPerSecond(teraflops), what);

    public T Cite<T>(Quantity<T> value, string what)
        where T : Quantity<T>, IQuantity<T> => value.Named($"{Device} {what}").Cited(Source, AsOf);
}
