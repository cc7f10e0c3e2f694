using System.Runtime.CompilerServices;

namespace MlsdEstimator;

/// <summary>Prices and intensities: <c>.Per(...)</c>, and what a price makes of a flow.</summary>
public static class QuotientExtensions
{
    /// <summary>So much for each of something: a price or an intensity.</summary>
    /// <param name="amount">What is paid or counted.</param>
    /// <param name="unit">For how much: <c>DataSize.Gigabyte</c>.</param>
    /// <typeparam name="TNumerator">Type of what is paid or counted.</typeparam>
    /// <typeparam name="TDenominator">Type of what it is paid for.</typeparam>
    public static Quotient<TNumerator, TDenominator> Per<TNumerator, TDenominator>(this Quantity<TNumerator> amount, Quantity<TDenominator> unit)
        where TNumerator : Quantity<TNumerator>, IQuantity<TNumerator>
        where TDenominator : Quantity<TDenominator>, IQuantity<TDenominator> =>
        Quotient<TNumerator, TDenominator>.Of((TNumerator)amount, (TDenominator)unit);

    /// <summary>Money per time is spend.</summary>
    /// <param name="amount">Money.</param>
    /// <param name="time">For how long.</param>
    public static Spend Per(this Money amount, Duration time) => amount / time;

    /// <summary>Data per time is bandwidth.</summary>
    /// <param name="amount">Data.</param>
    /// <param name="time">For how long.</param>
    public static Bandwidth Per(this DataSize amount, Duration time) => amount / time;

    /// <summary>Operations per time are a computing speed.</summary>
    /// <param name="amount">Operations.</param>
    /// <param name="time">For how long.</param>
    public static FlopRate Per(this FlopCount amount, Duration time) => amount / time;

    /// <summary>Energy per time is power.</summary>
    /// <param name="amount">Energy.</param>
    /// <param name="time">For how long.</param>
    public static Power Per(this Energy amount, Duration time) => amount / time;

    /// <summary>A number per time is a rate.</summary>
    /// <param name="amount">Number.</param>
    /// <param name="time">For how long.</param>
    public static Rate Per(this Scalar amount, Duration time) => amount / time;

    /// <summary>Money for so many is money for one: <c>0.40.Dollars.Per(1.Million)</c>.</summary>
    /// <param name="amount">Money.</param>
    /// <param name="count">For how many.</param>
    public static Money Per(this Money amount, Scalar count) => amount / count;

    /// <summary>A price per amount and time: dollars per gigabyte and month.</summary>
    /// <param name="price">Money per amount.</param>
    /// <param name="time">For how long.</param>
    /// <typeparam name="TDenominator">What the price is for.</typeparam>
    public static Quotient<Spend, TDenominator> Per<TDenominator>(this Quotient<Money, TDenominator> price, Duration time)
        where TDenominator : Quantity<TDenominator>, IQuantity<TDenominator>
    {
        ArgumentNullException.ThrowIfNull(price);
        return Quotient<Spend, TDenominator>.PerTime(price.Node, time);
    }

    extension(Quotient<Money, DataSize>)
    {
        /// <summary>A price per amount, on a flow, is spend.</summary>
        public static Spend operator *(Quotient<Money, DataSize> price, Bandwidth flow) => OnFlow<Spend>(price, flow);

        /// <summary>A price per amount, on a flow, is spend.</summary>
        public static Spend operator *(Bandwidth flow, Quotient<Money, DataSize> price) => OnFlow<Spend>(price, flow);
    }

    extension(Quotient<Money, FlopCount>)
    {
        /// <summary>A price per operation, on a computing speed, is spend.</summary>
        public static Spend operator *(Quotient<Money, FlopCount> price, FlopRate flow) => OnFlow<Spend>(price, flow);

        /// <summary>A price per operation, on a computing speed, is spend.</summary>
        public static Spend operator *(FlopRate flow, Quotient<Money, FlopCount> price) => OnFlow<Spend>(price, flow);
    }

    extension(Quotient<Money, Energy>)
    {
        /// <summary>A price per energy, on a power, is spend.</summary>
        public static Spend operator *(Quotient<Money, Energy> price, Power flow) => OnFlow<Spend>(price, flow);

        /// <summary>A price per energy, on a power, is spend.</summary>
        public static Spend operator *(Power flow, Quotient<Money, Energy> price) => OnFlow<Spend>(price, flow);
    }

    extension(Quotient<Energy, FlopCount>)
    {
        /// <summary>Energy per operation, on a computing speed, is power.</summary>
        public static Power operator *(Quotient<Energy, FlopCount> intensity, FlopRate flow) => OnFlow<Power>(intensity, flow);

        /// <summary>Energy per operation, on a computing speed, is power.</summary>
        public static Power operator *(FlopRate flow, Quotient<Energy, FlopCount> intensity) => OnFlow<Power>(intensity, flow);
    }

    private static T OnFlow<T>(IQuantity perUnit, IQuantity flow, [CallerArgumentExpression(nameof(perUnit))] string? parameter = null)
        where T : Quantity<T>, IQuantity<T>
    {
        ArgumentNullException.ThrowIfNull(perUnit, parameter);
        ArgumentNullException.ThrowIfNull(flow);
        return Quantity<T>.Create(new OperationNode(T.Dimension, Operation.Multiply, perUnit.Node, flow.Node));
    }
}
