using System.Text;

namespace MlsdEstimator.Peers;

/// <summary>Sentences on a screen of <see cref="Table.Width"/> columns.</summary>
internal static class Wrapped
{
    /// <summary>Breaks between words; the lines after the first are indented.</summary>
    public static string Of(string text, string indent = "  ")
    {
        var lines = new StringBuilder();
        int column = 0;
        foreach (string word in text.Split(' '))
        {
            if (column > 0 && column + 1 + word.Length > Table.Width)
            {
                lines.AppendLine().Append(indent);
                column = indent.Length;
            }
            else if (column > 0)
            {
                lines.Append(' ');
                column++;
            }
            lines.Append(word);
            column += word.Length;
        }
        return lines.ToString();
    }
}
