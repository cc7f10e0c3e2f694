namespace MlsdEstimator.Accuracy;

/// <summary>One kind of published figure, and the way the library predicts it.</summary>
internal interface IFamily
{
    /// <summary>As in the reports: "cnn".</summary>
    string Name { get; }

    /// <summary>The file its rows are in.</summary>
    string File { get; }

    /// <summary>What <see cref="Refit"/> made, as source files of the library; none for a family that shares the constants of another.</summary>
    IReadOnlyList<ConstantsFile> Constants { get; }

    /// <summary>The rows of a folder that belong to the family.</summary>
    /// <exception cref="CsvException">A file is broken.</exception>
    IReadOnlyList<Measurement> Read(ValidationFolder folder);

    /// <summary>Rows of the file that are none of the family's, with their number: what it does not predict, and does not count as refused.</summary>
    IReadOnlyList<string> LeftOut(ValidationFolder folder);

    /// <summary>What the library says about a row, through the types that users call.</summary>
    Outcome Predict(Measurement row);

    /// <summary>
    /// Rows whose groups are dealt to the parts of a split stack by stack, so that no stack loses all its groups at once: those that a fit sees. None, and groups are
    /// spread by a hash of their names.
    /// </summary>
    IReadOnlyList<Measurement> Dealt(ValidationFolder folder);

    /// <summary>The same family with constants fitted to the rows of a folder, without those withheld.</summary>
    /// <param name="folder">Where the rows are. A family may fit to rows of other families too, with the same rule.</param>
    /// <param name="isWithheld">Rows that must not be seen.</param>
    IFamily Refit(ValidationFolder folder, Func<Measurement, bool> isWithheld);
}
