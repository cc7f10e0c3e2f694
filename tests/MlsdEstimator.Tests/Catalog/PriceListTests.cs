namespace MlsdEstimator.Tests;

public class PriceListTests
{
    private static readonly PriceList Bundled = PriceList.Bundled;

    [Theory] // list prices as published on the dates that the entries carry
    [InlineData("p5.48xlarge", 55.04, 6.88, "2026-11-09")]
    [InlineData("p4d.24xlarge", 21.957642, 2.74470525, "2026-11-09")]
    [InlineData("p4de.24xlarge", 27.44705, 3.43088125, "2026-11-09")]
    [InlineData("g5.xlarge", 1.006, 1.006, "2026-08-01")]
    [InlineData("g4dn.12xlarge", 3.912, 0.978, "2026-08-01")]
    [InlineData("NC40ads H100 v5", 6.98, 6.98, "2026-11-09")]
    [InlineData("Lambda 8x V100", 6.32, 0.79, "2026-01-01")]
    public void Machine_has_its_published_price(string name, double hourly, double perAccelerator, string day)
    {
        MachinePrice machine = Bundled.Machine(name);

        Assert.Equal(hourly, machine.OnDemand!.DollarsPerHour, 9);
        Assert.Equal(perAccelerator, machine.OnDemandPerAccelerator!.DollarsPerHour, 9);
        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), machine.OnDemand.AsOf);
        Assert.Equal($"{name} on demand", machine.OnDemand.Name);
    }

    [Fact]
    public void Every_bundled_price_says_region_currency_source_and_date()
    {
        PriceTag[] tags =
        [
            .. Bundled.Machines.Select(price => price.Tag), .. Bundled.Storage.Select(price => price.Tag), .. Bundled.Egress.Select(price => price.Tag),
            .. Bundled.Serverless.Select(price => price.Tag), .. Bundled.KeyValue.Select(price => price.Tag), .. Bundled.Tokens.Select(price => price.Tag),
        ];

        Assert.Equal(23 + 5 + 4 + 2 + 1 + 8, tags.Length);
        Assert.All(tags, tag => Assert.Equal("USD", tag.Currency));
        Assert.All(tags, tag => Assert.InRange(tag.AsOf, new DateOnly(2025, 7, 1), new DateOnly(2026, 11, 9)));
        Assert.All(tags, tag => Assert.True(tag.Region.Length > 0 && tag.Source.Length > 0));
    }

    [Fact]
    public void Price_of_p5_is_the_one_after_the_cut_of_june_2025() // published tables of 2026 still print 98.32
    {
        Assert.Equal(55.04, Bundled.Machine("P5.48XLARGE").OnDemand!.DollarsPerHour, 9);
        Assert.Equal("data-receipts 109-gpu-pricing, us-east-1, USD", Bundled.Machine("p5.48xlarge").OnDemand!.Source);
    }

    [Fact]
    public void Spot_price_that_is_a_range_is_one_input()
    {
        MachinePrice machine = Bundled.Machine("p5en.48xlarge");

        Assert.False(machine.Spot!.IsCertain);
        Assert.Equal(machine.Spot, machine.Spot);
        Assert.Equal(26.883154577, machine.Spot.DollarsPerHour, 8); // sqrt(26.57 x 27.20)
        Assert.Equal(26.883154577 / 8, machine.SpotPerAccelerator!.DollarsPerHour, 6);
        Assert.Null(machine.Reserved);
        Assert.Null(machine.ReservedPerAccelerator);
        Assert.Null(Bundled.Machine("vCPU").OnDemandPerAccelerator);
        Assert.Equal(15, Bundled.Machine("vCPU").OnDemand!.DollarsPerMonth, 9);
        Assert.Equal(3000, Bundled.Machine("GPU").ReservedPerAccelerator!.DollarsPerMonth, 6);
    }

    [Fact]
    public void Storage_egress_functions_stores_and_tokens_have_their_published_prices()
    {
        Assert.Equal(23.0 / 1.073741824, Bundled.StorageOf("S3 Standard").CostOf(1.Terabytes).DollarsPerMonth, 9);
        Assert.Equal(900, Bundled.StorageOf("S3 Standard").CostOfRequests(1e8.PerMonth, 1e9.PerMonth).DollarsPerMonth, 6);
        Assert.Equal(0, Bundled.EgressOf("AWS to the internet").CostOfMonth(100.Gibibytes).Dollars, 12);
        Assert.Equal(9, Bundled.EgressOf("AWS to the internet").CostOfMonth(200.Gibibytes).Dollars, 9);
        Assert.Equal(0.2e-6, Bundled.ServerlessOf("AWS Lambda x86").Request.Dollars, 15);
        Assert.Equal((400_000.0, 1e6), (Bundled.ServerlessOf("AWS Lambda arm").FreeMemorySeconds.Value, Bundled.ServerlessOf("AWS Lambda arm").FreeRequests.Value));
        Assert.Equal(0.288888888889, Bundled.KeyValueOf("DynamoDB").BreakEvenReadUse.Value, 9);
        Assert.Equal(0.288888888889, Bundled.KeyValueOf("DynamoDB").BreakEvenWriteUse.Value, 9);
        TokenPrice gpt = Bundled.TokensOf("gpt-5");
        Assert.Equal((1.25e-6, 10e-6, 0.125e-6, 0.5), (gpt.Input.Dollars, gpt.Output.Dollars, gpt.CachedInput!.Dollars, gpt.BatchDiscount!.Value));
        Assert.Null(gpt.CacheBreakEvenReads);
        Assert.Equal(0.277777777778, Bundled.TokensOf("sonnet-4.5").CacheBreakEvenReads!.Value, 9);
        Assert.Equal(["S3 Standard", "AWS to the internet", "DynamoDB", "AWS Lambda x86", "gpt-5"], new object[] { Bundled.StorageOf("S3 Standard"), Bundled.EgressOf("AWS to the internet"), Bundled.KeyValueOf("DynamoDB"), Bundled.ServerlessOf("AWS Lambda x86"), gpt }.Select(price => price.ToString()));
    }

    [Fact]
    public void Unknown_name_lists_the_nearest()
    {
        string message = Assert.Throws<ArgumentException>(() => Bundled.Machine("g5.xlrge")).Message;
        Assert.StartsWith("There is no price of a machine 'g5.xlrge'. Nearest: ", message, StringComparison.Ordinal);
        Assert.Contains("g5.xlarge", message, StringComparison.Ordinal);
        Assert.Contains("storage class", Assert.Throws<ArgumentException>(() => Bundled.StorageOf("tape")).Message, StringComparison.Ordinal);
        Assert.Contains("egress", Assert.Throws<ArgumentException>(() => Bundled.EgressOf("tape")).Message, StringComparison.Ordinal);
        Assert.Contains("serverless service", Assert.Throws<ArgumentException>(() => Bundled.ServerlessOf("tape")).Message, StringComparison.Ordinal);
        Assert.Contains("key-value store", Assert.Throws<ArgumentException>(() => Bundled.KeyValueOf("tape")).Message, StringComparison.Ordinal);
        Assert.Contains("hosted model", Assert.Throws<ArgumentException>(() => Bundled.TokensOf("tape")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Bundled.Machine(" "));
    }

    [Fact]
    public void Own_prices_replace_those_of_the_same_name_and_stand_beside_the_others()
    {
        PriceList own = PriceList.Parse(Machines("""{ "name": "G5.xlarge", "region": "eu", "currency": "USD", "source": "quote", "as_of": "2026-10-01", "on_demand_per_hour": 0.9 }"""));
        PriceList both = Bundled.With(own);

        Assert.Equal(0.9, both.Machine("g5.xlarge").OnDemand!.DollarsPerHour, 12);
        Assert.Equal(Bundled.Machines.Count, both.Machines.Count);
        Assert.Equal(55.04, both.Machine("p5.48xlarge").OnDemand!.DollarsPerHour, 9);
        Assert.Equal((Bundled.Storage.Count, Bundled.Egress.Count, Bundled.Serverless.Count, Bundled.KeyValue.Count, Bundled.Tokens.Count), (both.Storage.Count, both.Egress.Count, both.Serverless.Count, both.KeyValue.Count, both.Tokens.Count));
    }

    [Fact]
    public void Own_currency_is_converted_at_the_rate_of_the_file()
    {
        PriceList own = PriceList.Parse("""
            { "version": 1, "exchange_rates": [{ "currency": "EUR", "dollars": 1.25 }],
              "machines": [{ "name": "box", "region": "eu", "currency": "EUR", "source": "quote", "as_of": "2026-10-01", "on_demand_per_hour": 2, "reserved_per_hour": [1, 1.5, 2] }] }
            """);

        Assert.Equal(2.5, own.Machine("box").OnDemand!.DollarsPerHour, 12);
        Assert.Equal(1.875, own.Machine("box").Reserved!.DollarsPerHour, 12);
        Assert.Equal("EUR", own.Machine("box").Tag.Currency);
    }

    [Theory]
    [InlineData("""{ "version": 1, "machines": [{ "name": "a" }] }""", "$.machines[0].currency is missing.")]
    [InlineData("""{ "version": 2 }""", "$.version is not a whole number from 1 to 1.")]
    [InlineData("""{ "machines": [] }""", "$.version is missing.")]
    [InlineData("""{ "version": 1, "machine": [] }""", "$.machine is not a property of this schema. Nearest: ")]
    [InlineData("""[]""", "$ is array, but should be an object.")]
    [InlineData("""{ "version": 1, "exchange_rates": [{ "currency": "EUR", "dollars": 0 }] }""", "$.exchange_rates[0].dollars is not above 0.")]
    [InlineData("""{ "version": 1, "exchange_rates": [{ "currency": "USD", "dollars": 2 }] }""", "$.exchange_rates[0].currency is 'USD', whose rate is known already; ")]
    [InlineData("""{ "version": 1, "exchange_rates": [{ "currency": "EUR", "dollars": 1.1 }, { "currency": "EUR", "dollars": 1.2 }] }""", "$.exchange_rates[1].currency is 'EUR', whose rate is known already; ")]
    [InlineData("""{ "version": 1, "tokens": [], "tokens": [] }""", "$.tokens is given twice.")]
    [InlineData("""{ "version": 1, """, "$: this is not JSON")]
    public void Broken_text_is_refused_with_its_place(string json, string message) =>
        Assert.StartsWith(message, Assert.Throws<FormatException>(() => PriceList.Parse(json)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("\"as_of\": \"2026-10-01\"", "\"as_of\": \"October\"", "$.machines[0].as_of is 'October', but should be a day such as 2026-11-09.")]
    [InlineData("\"currency\": \"USD\"", "\"currency\": \"EUR\"", "$.machines[0].currency is 'EUR', of which no exchange rate is given; add it to $.exchange_rates.")]
    [InlineData("on_demand_per_hour", "on_demand_hourly", "$.machines[0].on_demand_hourly is not a property of this schema. Nearest: ")]
    [InlineData("0.9", "-0.9", "$.machines[0]: 'price on demand' is ")]
    [InlineData("0.9 }", "0.9, \"on_demand_per_hour\": 9 }", "$.machines[0].on_demand_per_hour is given twice.")]
    [InlineData("0.9", "\"0.9\"", "$.machines[0].on_demand_per_hour is string, but should be a number.")]
    [InlineData("0.9", "[2, 1]", "$.machines[0].on_demand_per_hour: ")]
    [InlineData("0.9", "[1]", "$.machines[0].on_demand_per_hour is an array of 1, but should have 2.")]
    [InlineData("\"region\": \"eu\"", "\"region\": \" \"", "$.machines[0]: ")]
    [InlineData("0.9 }", "0.9, \"accelerators\": 0 }", "$.machines[0].accelerators is not a whole number from 1 to ")]
    [InlineData("0.9 }", "0.9 }, { \"name\": \"BOX\" }", "$.machines[1].name is 'BOX' for the second time.")]
    [InlineData(", \"on_demand_per_hour\": 0.9", "", "$.machines[0] has no price; give at least one of on_demand_per_hour, reserved_per_hour, spot_per_hour.")]
    public void Broken_machine_is_refused_with_its_place(string good, string bad, string message)
    {
        string json = Machines("""{ "name": "box", "region": "eu", "currency": "USD", "source": "quote", "as_of": "2026-10-01", "on_demand_per_hour": 0.9 }""");

        Assert.Equal(0.9, PriceList.Parse(json).Machine("box").OnDemand!.DollarsPerHour, 12);
        Assert.StartsWith(message, Assert.Throws<FormatException>(() => PriceList.Parse(json.Replace(good, bad, StringComparison.Ordinal))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"GiB\"", "\"gb\"", "$.storage[0].unit is 'gb', but should be GB (10^9 bytes) or GiB (2^30).")]
    [InlineData("{ \"up_to\": 100, \"price\": 3 }, { \"price\": 2 }", "", "$.storage[0].tiers is empty, but should hold at least one tier.")]
    [InlineData("{ \"price\": 2 }", "{ \"up_to\": 200, \"price\": 2 }", "$.storage[0].tiers[1].up_to is the end of the last tier, which should have none.")]
    [InlineData("\"up_to\": 100, \"price\": 3 }, ", "\"up_to\": 100, \"price\": 3 }, { \"up_to\": 50, \"price\": 3 }, ", "$.storage[0]: The tier up to 50 follows one up to 100; put tiers in rising order.")]
    [InlineData("\"up_to\": 100", "\"upto\": 100", "$.storage[0].tiers[0].upto is not a property of this schema. Nearest: ")]
    public void Broken_storage_is_refused_with_its_place(string good, string bad, string message)
    {
        const string Json = """{ "version": 1, "storage": [{ "name": "disk", "region": "eu", "currency": "USD", "source": "quote", "as_of": "2026-10-01", "unit": "GiB", "tiers": [{ "up_to": 100, "price": 3 }, { "price": 2 }] }] }""";

        Assert.Equal(500, PriceList.Parse(Json).StorageOf("disk").CostOf(200.Gibibytes).DollarsPerMonth, 9);
        Assert.StartsWith(message, Assert.Throws<FormatException>(() => PriceList.Parse(Json.Replace(good, bad, StringComparison.Ordinal))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.5", "1.5", "$.tokens[0].batch_discount is 1.5, but should lie between 0 and 1.")]
    [InlineData("0.5", "-0.1", "$.tokens[0].batch_discount is -0.1, but should lie between 0 and 1.")]
    [InlineData("0.5", "\"half\"", "$.tokens[0].batch_discount is string, but should be a number.")]
    public void Broken_discount_is_refused_with_its_place(string good, string bad, string message)
    {
        const string Json = """{ "version": 1, "tokens": [{ "name": "llm", "region": "eu", "currency": "USD", "source": "quote", "as_of": "2026-10-01", "per_million_input": 1, "per_million_output": 4, "batch_discount": 0.5 }] }""";

        Assert.Equal(0.5, PriceList.Parse(Json).TokensOf("llm").BatchDiscount!.Value);
        Assert.Equal(1, PriceList.Parse(Json.Replace(good, "1", StringComparison.Ordinal)).TokensOf("llm").BatchDiscount!.Value);
        Assert.Equal(message, Assert.Throws<FormatException>(() => PriceList.Parse(Json.Replace(good, bad, StringComparison.Ordinal))).Message);
    }

    /// <summary>One entry of every list with every property of docs/prices.md.</summary>
    private const string EveryKind = """
        {
          "version": 1,
          "machines": [{ "name": "box", "region": "eu", "currency": "USD", "source": "quote", "as_of": "2026-10-01", "accelerator": "L4-24GB", "accelerators": 2, "on_demand_per_hour": 3, "reserved_per_hour": 2, "spot_per_hour": 1 }],
          "storage": [{ "name": "disk", "region": "eu", "currency": "USD", "source": "quote", "as_of": "2026-10-01", "unit": "GB", "tiers": [{ "price": 3 }], "per_1000_writes": 5, "per_1000_reads": 4, "retrieval": 0.25 }],
          "egress": [{ "name": "out", "region": "eu", "currency": "USD", "source": "quote", "as_of": "2026-10-01", "unit": "GB", "tiers": [{ "price": 0.5 }] }],
          "serverless": [{ "name": "call", "region": "eu", "currency": "USD", "source": "quote", "as_of": "2026-10-01", "unit": "GB", "memory_second_tiers": [{ "price": 2 }], "per_million_requests": 20, "free_memory_seconds": 400, "free_requests": 100 }],
          "key_value": [{ "name": "table", "region": "eu", "currency": "USD", "source": "quote", "as_of": "2026-10-01", "per_million_reads": 2, "per_million_writes": 3, "read_capacity_per_hour": 4, "write_capacity_per_hour": 5 }],
          "tokens": [{ "name": "llm", "region": "eu", "currency": "USD", "source": "quote", "as_of": "2026-10-01", "per_million_input": 1, "per_million_output": 4, "per_million_cached_input": 0.5, "cache_write_multiple": 1.25, "batch_discount": 0.5 }]
        }
        """;

    [Fact]
    public void Every_property_of_a_file_is_read()
    {
        PriceList prices = PriceList.Parse(EveryKind);
        MachinePrice box = prices.Machine("box");
        Assert.Equal(("L4-24GB", 2, 3, 2, 1), (box.Accelerator, box.Accelerators!.Value, box.OnDemand!.DollarsPerHour, box.Reserved!.DollarsPerHour, box.Spot!.DollarsPerHour));
        StoragePrice disk = prices.StorageOf("disk");
        Assert.Equal((0.005, 0.004, 0.25), (disk.Write!.Dollars, disk.Read!.Dollars, disk.Retrieval!.Dollars));
        Assert.Equal(0.5, prices.EgressOf("out").Tiers.First.Dollars);
        ServerlessPrice call = prices.ServerlessOf("call");
        Assert.Equal((2, 0.00002, 400, 100), (call.Memory.First.Dollars, call.Request.Dollars, call.FreeMemorySeconds.Value, call.FreeRequests.Value));
        KeyValuePrice table = prices.KeyValueOf("table");
        Assert.Equal((0.000002, 0.000003, 4, 5), (table.Read.Dollars, table.Write.Dollars, Math.Round(table.ReadCapacity.DollarsPerHour, 12), Math.Round(table.WriteCapacity.DollarsPerHour, 12)));
        TokenPrice llm = prices.TokensOf("llm");
        Assert.Equal((0.000001, 0.000004, 0.0000005, 1.25), (llm.Input.Dollars, llm.Output.Dollars, llm.CachedInput!.Dollars, llm.CacheWriteMultiple!.Value));
    }

    [Theory]
    [InlineData("machines")]
    [InlineData("storage")]
    [InlineData("egress")]
    [InlineData("serverless")]
    [InlineData("key_value")]
    [InlineData("tokens")]
    public void Misspelt_property_is_refused_in_every_list(string list)
    {
        string broken = EveryKind.Replace($"\"{list}\": [{{", $"\"{list}\": [{{ \"prize\": 1,", StringComparison.Ordinal);
        Assert.StartsWith($"$.{list}[0].prize is not a property of this schema.", Assert.Throws<FormatException>(() => PriceList.Parse(broken)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void File_is_loaded_and_a_broken_one_is_named()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, Machines("""{ "name": "box", "region": "eu", "currency": "USD", "source": "quote", "as_of": "2026-10-01", "spot_per_hour": 0.5 }"""));
            Assert.Equal(0.5, PriceList.Load(path).Machine("box").Spot!.DollarsPerHour, 12);
            File.WriteAllText(path, "{}");
            Assert.Equal($"Price file '{path}': $.version is missing.", Assert.Throws<FormatException>(() => PriceList.Load(path)).Message);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Worksheet_tells_the_oldest_price_it_rests_on_and_warns_past_180_days()
    {
        OnlineServing serving = ServingExamples.Zoned with { ReplicaPrice = Bundled.Machine("g5.xlarge").OnDemand };
        StoragePrice s3 = Bundled.StorageOf("S3 Standard");
        var log = new RetainedData { Rows = serving.Requests, RowSize = 1.Kilobytes, Retention = 1.Days, Copies = 3, Price = s3.FirstTier };
        var sheet = new Worksheet("design") { Serve = [serving], Data = [log], AsOf = new DateOnly(2026, 6, 30) };

        Assert.Equal(new DateOnly(2026, 1, 1), sheet.OldestPrice);
        Assert.Equal(["S3 Standard gigabyte-month up to 51,200", "g5.xlarge on demand"], sheet.DatedPrices.Select(price => price.Name).Order());
        Assert.DoesNotContain(sheet.Findings, finding => finding.Code == FindingCodes.OldPrice); // 180 days
        Finding old = Assert.Single((sheet with { AsOf = new DateOnly(2026, 7, 1) }).Findings, finding => finding.Code == FindingCodes.OldPrice);
        Assert.Equal((Severity.Warning, "Older than 180 days on 2026-07-01: S3 Standard gigabyte-month up to 51,200 (2026-01-01). Look it up again."), (old.Severity, old.Message));
        Assert.DoesNotContain((sheet with { AsOf = null }).Findings, finding => finding.Code is FindingCodes.OldPrice or FindingCodes.PriceDatedAhead);
        Assert.DoesNotContain((sheet with { AsOf = new DateOnly(2026, 8, 1) }).Findings, finding => finding.Code == FindingCodes.PriceDatedAhead);
        Finding ahead = Assert.Single((sheet with { AsOf = new DateOnly(2026, 7, 31) }).Findings, finding => finding.Code == FindingCodes.PriceDatedAhead);
        Assert.Equal(Severity.Warning, ahead.Severity);
        Assert.StartsWith("Dated after 2026-07-31: g5.xlarge on demand (2026-08-01).", ahead.Message, StringComparison.Ordinal);
        Assert.EndsWith("No source can say so yet; check the day.", ahead.Message, StringComparison.Ordinal);
        OnlineServing newer = ServingExamples.Zoned with { Title = "A", ReplicaPrice = 1.DollarsPerHour.Cited("quote", new DateOnly(2026, 10, 1)) };
        OnlineServing older = newer with { Title = "B", ReplicaPrice = 1.DollarsPerHour.Cited("old quote", new DateOnly(2024, 1, 1)) };
        Assert.Equal(new DateOnly(2024, 1, 1), new Worksheet("same price, two dates") { Serve = [newer, older] }.OldestPrice);
        Assert.Equal(new DateOnly(2024, 1, 1), new Worksheet("undated first") { Serve = [newer with { ReplicaPrice = 1.DollarsPerHour }, older] }.OldestPrice);
        Assert.Null(new Worksheet("undated") { Serve = [ServingExamples.Zoned with { ReplicaPrice = 1.DollarsPerHour }] }.OldestPrice);
    }

    [Fact]
    public void Tag_refuses_what_is_no_currency()
    {
        PriceTag tag = Bundled.Machine("g5.xlarge").Tag;
        Assert.Equal("'currency' is 'usd', but must be three capital letters, such as USD. (Parameter 'currency')", Assert.Throws<ArgumentException>(() => tag with { Currency = "usd" }).Message);
        Assert.Throws<ArgumentException>(() => tag with { Currency = "DOLLARS" });
        Assert.Throws<ArgumentException>(() => tag with { Region = "" });
        Assert.Throws<ArgumentException>(() => tag with { Source = "" });
    }

    private static string Machines(string entry) => $$"""{ "version": 1, "machines": [{{entry}}] }""";
}
