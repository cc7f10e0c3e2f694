namespace MlsdEstimator;

/// <summary>Money: "$2.4 M", "$4,450", "$0.023", and prices of single requests as "$0.40 per million".</summary>
internal sealed class MoneyDimension() : Dimension("money", MoneyUnits.Money, "$2.4M")
{
    protected internal override string Short(double value)
    {
        var size = Math.Abs(value);
        var perMillion = NumberText.Rounded(MoneyUnits.PerMillion.FromBase(size));
        var tiny = NumberText.Rounded(size) < NumberText.LeastPlain && perMillion >= NumberText.LeastPlain;
        return tiny ? Write(value, MoneyUnits.PerMillion) : base.Short(value);
    }
}
