using System.CommandLine;

namespace MlsdEstimator.Samples;

/// <summary>"list": the case studies.</summary>
internal static class ListCommand
{
    public static Command For(Terminal terminal)
    {
        var list = new Command("list", "Lists the case studies.");
        list.SetAction(_ =>
        {
            foreach (CaseStudy study in CaseCatalog.All)
                terminal.Output.WriteLine($"{study.Name}  {study.Description}");
            return ExitCode.Success;
        });
        return list;
    }
}
