namespace MlsdEstimator;

/// <summary>
/// What an estimator has made so far. Results read each other while they are made, so the estimator holds the lock of its cache meanwhile; other threads wait.
/// What is made may be found without the lock: the count is published after the entry.
/// </summary>
/// <remarks>An estimator has a dozen results, whose keys are literals of the compiler: a search by reference is faster than a hash, and by text it is still right.</remarks>
internal sealed class ResultCache
{
    private (string Key, object Value)[] made = [];
    private int count;

    /// <summary>The inputs were found free of contradictions, or are being looked at.</summary>
    public bool IsChecked { get; set; }

    /// <summary>What was made for a key, or null.</summary>
    public T? Find<T>(string key)
        where T : class
    {
        int known = Volatile.Read(ref count);
        (string Key, object Value)[] entries = made;
        for (int i = 0; i < known; i++)
        {
            if (entries[i].Key == key)
                return (T)entries[i].Value;
        }
        return null;
    }

    public T Keep<T>(string key, T value)
        where T : class
    {
        if (count == made.Length)
            Array.Resize(ref made, Math.Max(8, 2 * count));
        made[count] = (key, value);
        Volatile.Write(ref count, count + 1);
        return value;
    }
}
