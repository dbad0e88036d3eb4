package dev.plectrum.it.market;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.plectrum.web.Plectrum;
import dev.plectrum.web.testing.TestClient;
import dev.plectrum.web.testing.TestResponse;
import dev.plectrum.web.testing.Transport;
import io.vertx.core.Vertx;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/**
 * What a view accepts is what the emitted schema says, by the judgement of a validator that is not ours: for random values, and for random
 * values that were changed in one place. jqwik prints the seed.
 */
class SchemaAgreementTest {
    private static final JsonObject SCHEMAS = Market.schemas();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static @Nullable Vertx vertx;
    private static @Nullable TestClient client;

    @BeforeContainer
    static void start() {
        Vertx started = Vertx.vertx();
        vertx = started;
        client = TestClient.of(Transport.memory(Plectrum.application("market")
                .environment(Map.of())
                .options(options -> options.port(0).accessLog(false))
                .routes(app -> new DealViewsRoutes(new DealViews()))
                .build(started)
                .server()));
    }

    @AfterContainer
    static void stop() throws Exception {
        if (vertx != null) {
            vertx.close().toCompletionStage().toCompletableFuture().get();
        }
    }

    private static JsonSchema schema(String name) throws JsonProcessingException {
        JsonObject whole = new JsonObject()
                .put("$ref", "#/components/schemas/" + name)
                .put("components", new JsonObject().put("schemas", SCHEMAS));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        SchemaLocation.of("memory:///" + name), MAPPER.readTree(whole.encode()), formatsAreAsserted());
    }

    private static SchemaValidatorsConfig formatsAreAsserted() {
        return SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    }

    private static Set<ValidationMessage> judged(String name, String json) throws JsonProcessingException {
        return schema(name).validate(MAPPER.readTree(json));
    }

    private static boolean agree(String name, String path, @Nullable Object value) throws JsonProcessingException {
        String json = Json.encode(value);
        Set<ValidationMessage> wrong = judged(name, json);
        Statistics.collect(wrong.isEmpty() ? "allowed" : "broken");
        TestResponse answer = Objects.requireNonNull(client).post(path, json);
        assertThat(answer.status())
                .as("%s%nthe schema says %s, the view %s", json, wrong, answer.text())
                .isEqualTo(wrong.isEmpty() ? 200 : 422);
        if (wrong.isEmpty()) {
            assertThat(judged(name, answer.text())).as(answer.text()).isEmpty();
        }
        return wrong.isEmpty();
    }

    /** Every example of the description, beside its schema; {@code Bid} and what takes it have twenty. */
    @Example
    void examplesAreWhatTheirSchemasSay() throws JsonProcessingException {
        List<JsonObject> found = new ArrayList<>();
        examples(Market.description(), found);
        for (JsonObject one : found) {
            JsonObject whole = new JsonObject()
                    .put("allOf", new JsonArray().add(one.getJsonObject("schema")))
                    .put("components", new JsonObject().put("schemas", SCHEMAS));
            JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(
                            SchemaLocation.of("memory:///example"),
                            MAPPER.readTree(whole.encode()),
                            formatsAreAsserted());
            assertThat(schema.validate(MAPPER.readTree(Json.encode(one.getValue("value")))))
                    .as(one.encode())
                    .isEmpty();
        }
        assertThat(found).hasSizeGreaterThanOrEqualTo(16);
    }

    private static void examples(Object part, List<JsonObject> found) {
        if (part instanceof JsonArray array) {
            array.forEach(each -> examples(each, found));
        } else if (part instanceof JsonObject object) {
            JsonObject schema = object.getJsonObject("schema", object);
            if (object.containsKey("example")) {
                found.add(new JsonObject().put("schema", schema).put("value", object.getValue("example")));
            }
            if (object.getValue("examples") instanceof JsonArray several) {
                several.forEach(value ->
                        found.add(new JsonObject().put("schema", schema).put("value", value)));
            } else if (object.getValue("examples") instanceof JsonObject named) {
                named.forEach(one -> found.add(new JsonObject()
                        .put("schema", schema)
                        .put("value", ((JsonObject) one.getValue()).getValue("value"))));
            }
            object.forEach(member -> examples(member.getValue(), found));
        }
    }

    @Example
    void whatIsShownCanBeSent() {
        String body = Market.description()
                .getJsonObject("paths")
                .getJsonObject("/deals/{stall}/bids")
                .getJsonObject("post")
                .getJsonObject("responses")
                .getJsonObject("200")
                .getJsonObject("content")
                .getJsonObject("application/json")
                .getJsonObject("example")
                .encode();
        TestResponse answer = Objects.requireNonNull(client).post("/deals/7/bids?n=9", body);
        assertThat(new JsonObject(answer.text())).isEqualTo(new JsonObject(body).put("share", 1.0));
    }

    @Property(tries = 300)
    void whatTheSchemaAllowsIsAccepted(@ForAll long seed) throws JsonProcessingException {
        Random random = new Random(seed);
        SchemaValues values = new SchemaValues(random, SCHEMAS);
        JsonObject reference = new JsonObject().put("$ref", "#/components/schemas/Sample");
        assertThat(agree("Sample", "/deals/samples", values.valid(reference, 0)))
                .isTrue();
    }

    @Property(tries = 1_000)
    void whatIsBrokenIsRefusedByBothOrNeither(@ForAll long seed) throws JsonProcessingException {
        Random random = new Random(seed);
        SchemaValues values = new SchemaValues(random, SCHEMAS);
        JsonObject reference = new JsonObject().put("$ref", "#/components/schemas/Sample");
        agree("Sample", "/deals/samples", values.broken(values.valid(reference, 0)));
    }
}
