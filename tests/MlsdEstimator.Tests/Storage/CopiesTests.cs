using System.Reflection;
using System.Runtime.CompilerServices;

namespace MlsdEstimator.Tests;

/// <summary>Mistake: copies forgotten. No estimator has a default for them, so nobody can leave them out.</summary>
public class CopiesTests
{
    [Fact]
    public void Trap_copies_are_asked_for_by_every_estimator_that_keeps_bytes()
    {
        PropertyInfo[] copies = [.. typeof(Estimator).Assembly.GetExportedTypes()
            .Where(type => type.IsAssignableTo(typeof(Estimator)))
            .SelectMany(type => type.GetProperties())
            .Where(property => property.Name is "Copies" or "OutputCopies" && property.SetMethod is not null && property.PropertyType == typeof(Scalar))];

        Assert.True(copies.Length > 10);
        Assert.Equal([], copies.Where(property => property.GetCustomAttribute<RequiredMemberAttribute>() is null).Select(property => $"{property.DeclaringType!.Name}.{property.Name}").Distinct());
    }
}
