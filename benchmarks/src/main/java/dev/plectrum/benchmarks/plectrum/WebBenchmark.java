package dev.plectrum.benchmarks.plectrum;

import dev.plectrum.web.error.FieldError;
import dev.plectrum.web.error.FieldErrors;
import dev.plectrum.web.json.JsonEncoder;
import dev.plectrum.web.json.JsonLimits;
import dev.plectrum.web.json.JsonReader;
import dev.plectrum.web.json.JsonWriter;
import dev.plectrum.web.routing.PathPattern;
import dev.plectrum.web.routing.RouteTable;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a request costs beside its view: finding a route, reading and judging a body, writing an answer. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WebBenchmark {
    private static final JsonEncoder<Iterable<? extends NewProduct>> ENCODER = JsonEncoder.array(NewProductJson.CODEC);

    private final List<NewProduct> products = products();
    private final Buffer good = JsonWriter.encode(NewProductJson.CODEC, products.get(0));
    private final Buffer bad = Buffer.buffer(
            "{\"id\":1,\"name\":\" \",\"category\":\"x\",\"price\":\"-1\",\"stock\":-5,\"created\":\"2025-01-01T00:00:00Z\"}");
    private final RouteTable<String> routes = routes();

    private static List<NewProduct> products() {
        List<NewProduct> products = new ArrayList<>();
        Instant first = Instant.parse("2025-01-01T00:00:00Z");
        for (int i = 1; i <= 20; i++) {
            products.add(new NewProduct(
                    i,
                    "Product " + i,
                    "cat" + i % 20,
                    BigDecimal.valueOf(i * 7919L, 2),
                    i % 500,
                    first.plusSeconds(60L * i)));
        }
        return products;
    }

    private static RouteTable<String> routes() {
        RouteTable.Builder<String> builder = RouteTable.builder(name -> name);
        for (String model : List.of("products", "categories", "orders", "customers", "reviews", "tags")) {
            String path = "/" + model;
            builder.add(HttpMethod.GET, PathPattern.of(path + "/"), model + ".list")
                    .add(HttpMethod.POST, PathPattern.of(path + "/"), model + ".create")
                    .add(HttpMethod.GET, PathPattern.of(path + "/{id}"), model + ".detail")
                    .add(HttpMethod.DELETE, PathPattern.of(path + "/{id}"), model + ".remove");
        }
        return builder.build();
    }

    /** A path without parameters among 24 routes. */
    @Benchmark
    public RouteTable.Found<String> matchFixed() {
        return routes.find(HttpMethod.GET, "/orders/");
    }

    /** One with a parameter. */
    @Benchmark
    public RouteTable.Found<String> matchParameter() {
        return routes.find(HttpMethod.GET, "/orders/4711");
    }

    /** Twenty products to JSON. */
    @Benchmark
    public Buffer encode() {
        JsonWriter out = new JsonWriter(2560);
        ENCODER.write(out, products);
        return out.toBuffer();
    }

    /** One product from JSON, all of its constraints met. */
    @Benchmark
    public @Nullable NewProduct decodeAndValidate() {
        return decode(good);
    }

    /** One that breaks three of them: all three are told. */
    @Benchmark
    public @Nullable NewProduct decodeAndRefuse() {
        return decode(bad);
    }

    private static @Nullable NewProduct decode(Buffer json) {
        return JsonReader.decode(
                json, NewProductJson.CODEC, JsonLimits.DEFAULT, new FieldErrors(FieldError.Place.BODY));
    }
}
