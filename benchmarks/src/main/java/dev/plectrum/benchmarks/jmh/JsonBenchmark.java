package dev.plectrum.benchmarks.jmh;

import dev.plectrum.benchmarks.twin.Answers;
import dev.plectrum.benchmarks.twin.Product;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Twenty products to JSON: what a person writes for these very fields, and what Vert.x does with a tree. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class JsonBenchmark {
    private final Answers answers = new Answers();
    private final List<Product> products = products();

    private static List<Product> products() {
        List<Product> products = new ArrayList<>();
        OffsetDateTime first = OffsetDateTime.of(2025, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
        for (int i = 1; i <= 20; i++) {
            BigDecimal price = BigDecimal.valueOf(i * 7919L, 2);
            products.add(new Product(
                    i,
                    "Product " + i,
                    "cat" + i % 20,
                    price,
                    i % 500,
                    first.plusMinutes(i),
                    price.add(BigDecimal.ONE)));
        }
        return products;
    }

    /** Bytes straight from the fields. */
    @Benchmark
    public Buffer byHand() {
        return answers.products(products);
    }

    /** A tree of maps and lists, then its text. */
    @Benchmark
    public Buffer asTree() {
        JsonArray array = new JsonArray();
        for (Product product : products) {
            array.add(new JsonObject()
                    .put("id", product.id())
                    .put("name", product.name())
                    .put("category", product.category())
                    .put("price", product.price().toPlainString())
                    .put("stock", product.stock())
                    .put("created", product.created().toInstant())
                    .put("gross", product.gross().toPlainString()));
        }
        return array.toBuffer();
    }
}
