package dev.plectrum.it.market;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes random values for schemas, and breaks them in one place. */
final class SchemaValues {
    private static final List<String> CHARACTERS = List.of("a", "z", "7", " ", "\"", "\u00e9", "\uD83C\uDF75");
    private static final String REFERENCE = "#/components/schemas/";

    private final Random random;
    private final JsonObject schemas;

    SchemaValues(Random random, JsonObject schemas) {
        this.random = random;
        this.schemas = schemas;
    }

    /** What a schema's reference leads to. */
    private JsonObject resolved(JsonObject schema) {
        String reference = schema.getString("$ref");
        return reference == null ? schema : schemas.getJsonObject(reference.substring(REFERENCE.length()));
    }

    /** A value that the schema allows. */
    @Nullable Object valid(JsonObject given, int depth) {
        JsonObject schema = resolved(given);
        JsonArray choices = schema.getJsonArray("anyOf", schema.getJsonArray("oneOf"));
        if (choices != null) {
            // The last is null, or a type that does not contain itself.
            int last = choices.size() - 1;
            int index = depth > 2 ? last : random.nextInt(choices.size());
            return valid(choices.getJsonObject(index), depth);
        }
        if (schema.containsKey("const")) {
            return schema.getValue("const");
        }
        if (schema.containsKey("enum")) {
            JsonArray words = schema.getJsonArray("enum");
            return words.getValue(random.nextInt(words.size()));
        }
        boolean nullable = schema.getValue("type") instanceof JsonArray;
        if (nullable && random.nextBoolean()) {
            return null;
        }
        return switch (type(schema)) {
            case "boolean" -> random.nextBoolean();
            case "integer" -> Math.round(between(schema, 1));
            case "number" -> between(schema, 0.25);
            case "string" -> text(schema);
            case "array" -> array(schema, depth);
            case "null" -> null;
            default -> object(schema, depth);
        };
    }

    private static String type(JsonObject schema) {
        return schema.getValue("type") instanceof JsonArray types ? types.getString(0) : schema.getString("type");
    }

    private double between(JsonObject schema, double step) {
        double least = schema.getDouble("minimum", schema.getDouble("exclusiveMinimum", -40.0) + step);
        double most = schema.getDouble("maximum", schema.getDouble("exclusiveMaximum", 40.0) - step);
        return least + step * random.nextInt((int) ((Math.max(most, least) - least) / step) + 1);
    }

    private String text(JsonObject schema) {
        String pattern = schema.getString("pattern", "");
        if (schema.encode().contains("[a-z ]")) {
            return random.nextBoolean() ? "slug 1" : "a";
        }
        return switch (schema.getString("format", "")) {
            case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
            case "date-time" -> Instant.ofEpochSecond(random.nextInt()).toString();
            case "date" -> LocalDate.ofEpochDay(random.nextInt(40_000)).toString();
            case "integer" -> Long.toString(random.nextLong());
            case "email" -> "a" + random.nextInt(9) + "@example.org";
            case "decimal" ->
                (pattern.contains("(?:-|") ? "-" : "")
                        + (1 + random.nextInt(99))
                        + (random.nextBoolean() ? "" : "." + random.nextInt(10));
            default -> {
                int most = schema.getInteger("maxLength", 6);
                yield pattern.isEmpty()
                        ? characters(schema.getInteger("minLength", 0), most)
                        : "a" + characters(0, most - 1);
            }
        };
    }

    private String characters(int least, int most) {
        StringBuilder text = new StringBuilder();
        int count = least + random.nextInt(most - least + 1);
        for (int i = 0; i < count; i++) {
            text.append(CHARACTERS.get(random.nextInt(CHARACTERS.size())));
        }
        return text.toString();
    }

    private JsonArray array(JsonObject schema, int depth) {
        JsonArray array = new JsonArray();
        int count = schema.getInteger("minItems", 0) + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            array.add(valid(schema.getJsonObject("items"), depth + 1));
        }
        return array;
    }

    private JsonObject object(JsonObject schema, int depth) {
        JsonObject object = new JsonObject();
        if (schema.getValue("additionalProperties") instanceof JsonObject values) {
            int count = random.nextInt(schema.getInteger("maxProperties", 3) + 1);
            for (int i = 0; i < count; i++) {
                object.put("key" + i, valid(values, depth + 1));
            }
            return object;
        }
        JsonArray required = schema.getJsonArray("required", new JsonArray());
        List<String> names = new ArrayList<>(schema.getJsonObject("properties").fieldNames());
        java.util.Collections.shuffle(names, random);
        for (String name : names) {
            if (required.contains(name) || random.nextBoolean()) {
                object.put(name, valid(schema.getJsonObject("properties").getJsonObject(name), depth + 1));
            }
        }
        return object;
    }

    /** The same value with one thing changed, somewhere in it; it may still be allowed. */
    @Nullable Object broken(@Nullable Object value) {
        if (value instanceof JsonObject object && !object.isEmpty() && random.nextInt(8) > 0) {
            JsonObject changed = object.copy();
            List<String> names = new ArrayList<>(object.fieldNames());
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(6)) {
                case 0 -> changed.remove(name);
                case 1 -> changed.put("unheardOf", 1);
                default -> changed.put(name, broken(object.getValue(name)));
            }
            return changed;
        }
        if (value instanceof JsonArray array && !array.isEmpty() && random.nextInt(4) > 0) {
            JsonArray changed = array.copy();
            int index = random.nextInt(array.size());
            if (random.nextBoolean()) {
                changed.remove(index);
            } else {
                changed.set(index, broken(array.getValue(index)));
            }
            return changed;
        }
        return switch (random.nextInt(9)) {
            case 0 -> null;
            case 1 -> true;
            case 2 -> new JsonArray();
            case 3 -> new JsonObject();
            case 4 -> "";
            case 5 -> characters(0, 8);
            case 6 -> value instanceof String text ? "0" + text : "-0.001";
            // A decimal is a string in the schema, or null, and is read from a number too.
            case 7 -> value instanceof Number ? random.nextInt(100) - 50 : false;
            default -> value instanceof Number ? 0.5 : "x";
        };
    }
}
