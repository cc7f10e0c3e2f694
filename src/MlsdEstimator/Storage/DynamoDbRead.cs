namespace MlsdEstimator;

/// <summary>How DynamoDB reads.</summary>
public enum DynamoDbRead
{
    /// <summary>The latest write is seen: one unit for each 4 KB.</summary>
    Strong,

    /// <summary>A recent write may be missed: half a unit for each 4 KB.</summary>
    Eventual,

    /// <summary>All or nothing: two units for each 4 KB.</summary>
    Transactional,
}
