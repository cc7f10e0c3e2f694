using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MlsdEstimator.Peers;

/// <summary>What the figures were measured on.</summary>
internal static class Processor
{
    public const string Avx512 = "AVX-512";

    private const string LinuxInformation = "/proc/cpuinfo";

    /// <summary>Widest instruction set that this process uses. The runtime can be told to leave one out, then C still has it.</summary>
    public static string InstructionSet =>
        Vector512.IsHardwareAccelerated ? Avx512
        : Avx2.IsSupported ? "AVX2"
        : System.Runtime.Intrinsics.Arm.AdvSimd.IsSupported ? "AdvSimd"
        : "no vectors wider than 128 bits";

    /// <summary>True when the processor has AVX-512, whatever this process uses.</summary>
    public static bool HasAvx512 { get; } =
        File.Exists(LinuxInformation) ? File.ReadLines(LinuxInformation).Any(line => line.StartsWith("flags", StringComparison.Ordinal) && line.Contains(" avx512f")) : Avx512F.IsSupported;

    public static string Name { get; } = File.Exists(LinuxInformation)
        ? File.ReadLines(LinuxInformation).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown processor"
        : RuntimeInformation.ProcessArchitecture.ToString();

    /// <summary>One line: processor, cores, instruction set, runtime.</summary>
    public static string Description =>
        $"{Name}, {Environment.ProcessorCount} cores, {InstructionSet}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}";
}
