namespace MlsdEstimator;

/// <summary>What a serving stack costs: each above 0, and 0 would be a perfect stack. Fitted to published results.</summary>
internal enum LlmConstant
{
    /// <summary>Time of reading weights beyond bytes / bandwidth, over it.</summary>
    Weights,

    /// <summary>Factor on <see cref="Weights"/> where weights are stored in 5.01 to 8.5 bits.</summary>
    EightBitWeights,

    /// <summary>Factor on <see cref="Weights"/> where weights are stored in 5 bits or fewer.</summary>
    FourBitWeights,

    /// <summary>Time of reading the cache beyond bytes / bandwidth, over it.</summary>
    Cache,

    /// <summary>Time of multiplying by weights beyond FLOPs / peak, over it.</summary>
    Arithmetic,

    /// <summary>Factor on <see cref="Arithmetic"/> for 8-bit numbers.</summary>
    EightBitArithmetic,

    /// <summary>Factor on <see cref="Arithmetic"/> for 4-bit numbers.</summary>
    FourBitArithmetic,

    /// <summary>Times the operations of experts: uneven routing and small matrices.</summary>
    Experts,

    /// <summary>Time of attention in a prompt beyond FLOPs / peak, over it.</summary>
    Attention,

    /// <summary>Exponent above 1 with which reading and multiplying join: (a^n + b^n)^(1/n), from 0 for their sum to large for the longer of both.</summary>
    Overlap,

    /// <summary>Seconds of a layer in a step, however little it does.</summary>
    Layer,

    /// <summary>Seconds more of a layer in a prompt.</summary>
    PromptLayer,

    /// <summary>Seconds more of a layer with experts.</summary>
    ExpertLayer,

    /// <summary>Seconds of a step.</summary>
    Step,

    /// <summary>Seconds of a sequence in a step: scheduling and sampling.</summary>
    Sequence,

    /// <summary>Seconds of an all-reduce between two devices, however few the bytes.</summary>
    AllReduce,

    /// <summary>Time on the link beyond bytes / bandwidth, over it.</summary>
    Link,

    /// <summary>Bytes written and read again for each weight that is widened before a chunk of a prompt is multiplied.</summary>
    Widening,

    /// <summary>Part of a full pipeline's gain that chunks of a prompt reach over stages, as odds.</summary>
    Pipelining,

    /// <summary>Time that prompts of other requests add to a generated token, over their arithmetic.</summary>
    Interference,

    /// <summary>Seconds of a request before its prompt is computed: HTTP, tokenizer, scheduler. Milliseconds inside a process, tenths of a second behind some servers.</summary>
    Request,

    /// <summary>Prompts that a prompt waits for, for each other sequence that runs.</summary>
    Queue,

    /// <summary>Prompts that a prompt waits for, for each unit of time spent on prompts over time spent on tokens.</summary>
    BusyQueue,

    /// <summary>Sequences at which an engine's own limits halve what memory allows.</summary>
    Sequences,

    /// <summary>Seconds that each request which runs adds to the wait of a new one: the front end reads, streams and answers for all of them.</summary>
    Client,

    /// <summary>Seconds that a router in front of the engine's own server takes of a request before its prompt is computed.</summary>
    Router,
}
