package dev.plectrum.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a new version of an API takes away from those who use the old one: what they may no longer send, and what they no longer get.
 * What is only added breaks nobody who ignores what they do not know.
 */
public final class ApiChanges {
    private final JsonObject before;
    private final JsonObject after;
    private final List<String> breaking = new ArrayList<>();
    private final Set<String> compared = new TreeSet<>();

    private ApiChanges(JsonObject before, JsonObject after) {
        this.before = before;
        this.after = after;
    }

    /** The breaking changes between two versions, each in a line; empty if there are none. */
    public static List<String> breaking(ApiDocument before, ApiDocument after) {
        var changes = new ApiChanges(before.json(), after.json());
        changes.paths();
        return List.copyOf(changes.breaking);
    }

    private void paths() {
        JsonObject now = after.getJsonObject("paths");
        for (Map.Entry<String, Object> path : before.getJsonObject("paths")) {
            JsonObject kept = now.getJsonObject(path.getKey(), new JsonObject());
            for (Map.Entry<String, Object> operation : (JsonObject) path.getValue()) {
                String name = operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                JsonObject answered = kept.getJsonObject(operation.getKey());
                if (answered == null) {
                    breaking.add(name + " is gone");
                } else {
                    operation(name, (JsonObject) operation.getValue(), answered);
                }
            }
        }
    }

    private void operation(String name, JsonObject old, JsonObject now) {
        if (list(old, "security").isEmpty() && !list(now, "security").isEmpty()) {
            breaking.add(name + " needs a login");
        }
        Map<String, JsonObject> known = parameters(old);
        parameters(now).forEach((key, parameter) -> {
            JsonObject was = known.get(key);
            boolean wanted = parameter.getBoolean("required", false);
            if (wanted && (was == null || !was.getBoolean("required", false))) {
                breaking.add(name + " requires the parameter " + key);
            } else if (was != null) {
                sent(name + " parameter " + key, was.getJsonObject("schema"), parameter.getJsonObject("schema"));
            }
        });
        bodies(name, old.getJsonObject("requestBody"), now.getJsonObject("requestBody"));
        JsonObject answers = now.getJsonObject("responses");
        for (Map.Entry<String, Object> answer : old.getJsonObject("responses")) {
            boolean success = answer.getKey().startsWith("2");
            JsonObject same = answers.getJsonObject(answer.getKey());
            if (success && same == null) {
                breaking.add(name + " no longer answers " + answer.getKey());
            } else if (success) {
                contents(name + " answer", (JsonObject) answer.getValue(), same, false);
            }
        }
    }

    private static Map<String, JsonObject> parameters(JsonObject operation) {
        Map<String, JsonObject> parameters = new LinkedHashMap<>();
        for (Object each : list(operation, "parameters")) {
            var parameter = (JsonObject) each;
            parameters.put(parameter.getString("in") + " " + parameter.getString("name"), parameter);
        }
        return parameters;
    }

    private void bodies(String name, @Nullable JsonObject old, @Nullable JsonObject now) {
        if (old == null && now != null && now.getBoolean("required", false)) {
            breaking.add(name + " requires a body");
        } else if (old != null && now != null) {
            contents(name + " body", old, now, true);
        }
    }

    private void contents(String name, JsonObject old, JsonObject now, boolean isSent) {
        JsonObject types = now.getJsonObject("content", new JsonObject());
        for (Map.Entry<String, Object> content : old.getJsonObject("content", new JsonObject())) {
            JsonObject same = types.getJsonObject(content.getKey());
            if (same == null) {
                breaking.add(name + " is no longer " + content.getKey());
                continue;
            }
            JsonObject was = ((JsonObject) content.getValue()).getJsonObject("schema", new JsonObject());
            JsonObject is = same.getJsonObject("schema", new JsonObject());
            if (isSent) {
                sent(name, was, is);
            } else {
                received(name, was, is);
            }
        }
    }

    /** A value that clients send: what they sent before must still be taken. */
    private void sent(String name, JsonObject old, JsonObject now) {
        if (isCompared("sent ", old, now)) {
            return;
        }
        JsonObject was = resolved(before, old);
        JsonObject is = resolved(after, now);
        if (!types(is).containsAll(types(was))) {
            breaking.add(name + " was " + types(was) + " and is " + types(is));
            return;
        }
        JsonArray words = list(is, "enum");
        for (Object word : list(was, "enum")) {
            if (!words.isEmpty() && !words.contains(word)) {
                breaking.add(name + " may no longer be " + word);
            }
        }
        narrower(name, was, is);
        JsonObject fields = is.getJsonObject("properties", new JsonObject());
        for (Map.Entry<String, Object> field : was.getJsonObject("properties", new JsonObject())) {
            JsonObject kept = fields.getJsonObject(field.getKey());
            if (kept != null) {
                sent(name + "." + field.getKey(), (JsonObject) field.getValue(), kept);
            } else if (Boolean.FALSE.equals(is.getValue("additionalProperties"))) {
                breaking.add(name + " may no longer have " + field.getKey());
            }
        }
        for (Object required : list(is, "required")) {
            if (!list(was, "required").contains(required)) {
                breaking.add(name + " must have " + required);
            }
        }
        if (was.containsKey("items") && is.containsKey("items")) {
            sent(name + "[]", was.getJsonObject("items"), is.getJsonObject("items"));
        }
    }

    private void narrower(String name, JsonObject was, JsonObject is) {
        for (String least : List.of("minimum", "exclusiveMinimum", "minLength", "minItems")) {
            Double limit = is.getDouble(least);
            if (limit != null && (was.getDouble(least) == null || was.getDouble(least) < limit)) {
                breaking.add(name + " has the " + least + " " + is.getValue(least));
            }
        }
        for (String most : List.of("maximum", "exclusiveMaximum", "maxLength", "maxItems")) {
            Double limit = is.getDouble(most);
            if (limit != null && (was.getDouble(most) == null || was.getDouble(most) > limit)) {
                breaking.add(name + " has the " + most + " " + is.getValue(most));
            }
        }
    }

    /** A value that clients get: what they relied on must still be there. */
    private void received(String name, JsonObject old, JsonObject now) {
        if (isCompared("received ", old, now)) {
            return;
        }
        JsonObject was = resolved(before, old);
        JsonObject is = resolved(after, now);
        if (!types(was).containsAll(types(is))) {
            breaking.add(name + " was " + types(was) + " and is " + types(is));
            return;
        }
        if (!list(was, "enum").isEmpty()) {
            for (Object word : list(is, "enum")) {
                if (!list(was, "enum").contains(word)) {
                    breaking.add(name + " may be " + word);
                }
            }
        }
        JsonObject fields = is.getJsonObject("properties", new JsonObject());
        for (Map.Entry<String, Object> field : was.getJsonObject("properties", new JsonObject())) {
            JsonObject kept = fields.getJsonObject(field.getKey());
            if (kept == null) {
                breaking.add(name + " has no " + field.getKey() + " any more");
            } else {
                received(name + "." + field.getKey(), (JsonObject) field.getValue(), kept);
            }
        }
        if (was.containsKey("items") && is.containsKey("items")) {
            received(name + "[]", was.getJsonObject("items"), is.getJsonObject("items"));
        }
    }

    /** Types refer to themselves; each pair of them is compared once. */
    private boolean isCompared(String direction, JsonObject old, JsonObject now) {
        boolean named = old.containsKey("$ref") && now.containsKey("$ref");
        return named && !compared.add(direction + old + now);
    }

    private static JsonObject resolved(JsonObject document, JsonObject schema) {
        String reference = schema.getString("$ref");
        if (reference == null) {
            return schema;
        }
        return document.getJsonObject("components")
                .getJsonObject("schemas")
                .getJsonObject(reference.substring(reference.lastIndexOf('/') + 1), new JsonObject());
    }

    /** The types that a value may have, formats included: a number that becomes a date is another thing. */
    private static Set<String> types(JsonObject schema) {
        Set<String> types = new TreeSet<>();
        Object type = schema.getValue("type");
        String format = schema.getString("format", "");
        for (Object each : type instanceof JsonArray several ? several : JsonArray.of(type == null ? "any" : type)) {
            types.add(format.isEmpty() || each.equals("null") ? each.toString() : each + " (" + format + ")");
        }
        return types;
    }

    private static JsonArray list(JsonObject object, String name) {
        return object.getJsonArray(name, new JsonArray());
    }
}
