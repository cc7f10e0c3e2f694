using System.Diagnostics.CodeAnalysis;

namespace MlsdEstimator;

/// <summary>The software that runs a network other than a generating language model: framework, compiler, runtime.</summary>
public sealed record NetworkRuntime
{
    private NetworkRuntime(string name, bool compiled = false, bool twoOfFour = false) => (Name, IsCompiled, HasTwoOfFour) = (name, compiled, twoOfFour);

    /// <summary>PyTorch, operation by operation.</summary>
    public static NetworkRuntime PyTorchEager { get; } = new("PyTorch eager", twoOfFour: true);

    /// <summary>PyTorch with torch.compile, which joins elementwise operations.</summary>
    public static NetworkRuntime PyTorchCompiled { get; } = new("PyTorch compiled", compiled: true, twoOfFour: true);

    /// <summary>PyTorch fed by a data loader, batch after batch, as in the example scripts of NVIDIA.</summary>
    public static NetworkRuntime PyTorchPipeline { get; } = new("PyTorch pipeline", twoOfFour: true);

    /// <summary>TensorFlow graphs.</summary>
    public static NetworkRuntime TensorFlow { get; } = new("TensorFlow");

    /// <summary>TensorFlow with XLA.</summary>
    public static NetworkRuntime TensorFlowXla { get; } = new("TensorFlow XLA", compiled: true);

    /// <summary>JAX, compiled by XLA.</summary>
    public static NetworkRuntime Jax { get; } = new("JAX", compiled: true);

    /// <summary>NVIDIA TensorRT.</summary>
    public static NetworkRuntime TensorRt { get; } = new("TensorRT", compiled: true, twoOfFour: true);

    /// <summary>ONNX Runtime.</summary>
    public static NetworkRuntime OnnxRuntime { get; } = new("ONNX Runtime", compiled: true);

    /// <summary>OpenVINO.</summary>
    public static NetworkRuntime OpenVino { get; } = new("OpenVINO", compiled: true);

    /// <summary>PyTorch with Intel's extension, on instances pinned to cores.</summary>
    public static NetworkRuntime IntelPyTorch { get; } = new("Intel PyTorch");

    /// <summary>DeepSparse, which skips zeros of unstructured pruning on CPUs.</summary>
    public static NetworkRuntime DeepSparse { get; } = new("DeepSparse", compiled: true);

    /// <summary>TensorFlow Lite.</summary>
    public static NetworkRuntime TensorFlowLite { get; } = new("TensorFlow Lite", compiled: true);

    /// <summary>Not known, or none of these: middling costs, widest range.</summary>
    public static NetworkRuntime Unknown { get; } = new("unknown stack");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<NetworkRuntime> All { get; } =
    [
        PyTorchEager, PyTorchCompiled, PyTorchPipeline, TensorFlow, TensorFlowXla, Jax, TensorRt, OnnxRuntime, OpenVino, IntelPyTorch, DeepSparse, TensorFlowLite, Unknown,
    ];

    /// <summary>Name: "TensorRT".</summary>
    public string Name { get; }

    /// <summary>True for compilers and runtimes made for inference, false for frameworks that run a network operation by operation, and for those that are not known.</summary>
    internal bool IsCompiled { get; }

    /// <summary>True where it has kernels for 2:4 weights: TensorRT's SPARSE_WEIGHTS, torch.sparse.to_sparse_semi_structured.</summary>
    internal bool HasTwoOfFour { get; }

    /// <summary>Reads a name such as "TensorRT"; capitals do not matter.</summary>
    /// <param name="s">Name.</param>
    /// <exception cref="FormatException">There is no such stack; the message lists the nearest.</exception>
    public static NetworkRuntime Parse(string s) =>
        TryParse(s, out NetworkRuntime? stack)
            ? stack
            : throw new FormatException($"'{s}' is not a software stack. Nearest: {NearestNames.Of(s ?? "", All.Select(one => one.Name))}. Use 'unknown stack' for others.");

    /// <summary>Reads a name, if it is one.</summary>
    /// <param name="s">Name.</param>
    /// <param name="result">The stack, or null.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, [NotNullWhen(true)] out NetworkRuntime? result)
    {
        result = All.FirstOrDefault(one => one.Name.Equals(s, StringComparison.OrdinalIgnoreCase));
        return result is not null;
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
