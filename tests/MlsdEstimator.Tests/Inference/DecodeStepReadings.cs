namespace MlsdEstimator.Tests;

/// <summary>Parts of a step that its results hold only in sums.</summary>
internal static class DecodeStepReadings
{
    extension(DecodeStep step)
    {
        /// <summary>Seconds of reading weights.</summary>
        public double BytesOnly() => new StepTime(step.Replica).Reading(step.Sequences).Seconds;

        /// <summary>The bound where it is one of bytes.</summary>
        public double BytesBound() => step.Bound.Seconds;
    }
}
