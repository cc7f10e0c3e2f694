namespace MlsdEstimator;

/// <summary>What an estimator has made so far. Results read each other while they are made, on one thread; other threads wait.</summary>
internal sealed class ResultCache
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, object> made = [];
    private bool isChecked;

    /// <param name="key">Property that asks.</param>
    /// <param name="check">Runs before the first result is made; throws when nothing may be read.</param>
    /// <param name="make">Makes what is not there yet.</param>
    public T GetOrMake<T>(string key, Action check, Func<T> make)
        where T : class
    {
        lock (gate)
        {
            if (!isChecked)
            {
                isChecked = true;
                CheckOnce(check);
            }
            if (!made.TryGetValue(key, out object? value))
                made[key] = value = make();
            return (T)value;
        }
    }

    /// <summary>Contradictions may read results themselves, so the check counts as passed while it runs; a failure is met again by the next reader.</summary>
    private void CheckOnce(Action check)
    {
        try
        {
            check();
        }
        catch
        {
            isChecked = false;
            throw;
        }
    }
}
