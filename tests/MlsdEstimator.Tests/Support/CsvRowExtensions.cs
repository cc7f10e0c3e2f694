using System.Globalization;
using MlsdEstimator.Accuracy;

namespace MlsdEstimator.Tests;

/// <summary>What files of tests have beyond columns of numbers: lists and conditions inside a field.</summary>
internal static class CsvRowExtensions
{
    extension(CsvRow row)
    {
        public double Number(string what, string text) =>
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
                ? value
                : throw row.Broken($"'{text}' is no number for '{what}'");

        public CsvException Broken(string problem) => new($"{row.File}, line {row.Line}: {problem}.");
    }
}
