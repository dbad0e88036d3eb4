package dev.plectrum.processor.emit;

import dev.plectrum.processor.model.DraftDef;
import dev.plectrum.processor.model.JavaType;
import dev.plectrum.processor.model.JsonFieldDef;
import dev.plectrum.processor.model.JsonForm;
import dev.plectrum.processor.model.JsonObjectDef;
import dev.plectrum.processor.model.JsonTypes;
import dev.plectrum.processor.model.JsonValue;
import dev.plectrum.processor.model.TextForm;
import dev.plectrum.processor.model.ValueRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes forms as JSON schemas, from the same description that the codecs and validators come from. */
final class ApiSchemas {
    private static final String REFERENCE = "#/components/schemas/";

    private final JsonTypes types;

    ApiSchemas(JsonTypes types) {
        this.types = types;
    }

    /** What refers to a schema of this name. */
    static JsonTree reference(String name) {
        return new JsonTree().put("$ref", REFERENCE + name);
    }

    /** The schema of a form. */
    JsonTree of(JsonForm form) {
        if (form instanceof JsonForm.Held held) {
            JsonTree schema = of(held.value());
            rules(schema, held.rules());
            return schema;
        } else if (form instanceof JsonForm.Simple simple) {
            JsonTree schema = new JsonTree()
                    .put("type", simple.scalar().schemaType())
                    .put("format", simple.scalar().schemaFormat());
            rules(schema, List.of());
            return schema;
        } else if (form instanceof JsonForm.Constants constants) {
            return new JsonTree().put("type", "string").put("enum", constants.words());
        } else if (form instanceof JsonForm.ListOf list) {
            return new JsonTree().put("type", "array").putAlways("items", of(list.element()));
        } else if (form instanceof JsonForm.MapOf map) {
            return new JsonTree().put("type", "object").putAlways("additionalProperties", of(map.value()));
        } else if (form instanceof JsonForm.GivenOf given) {
            return given.nullable() ? orNull(of(given.value())) : of(given.value());
        } else if (form instanceof JsonForm.PageOf page) {
            return page(page);
        } else if (form instanceof JsonForm.DeletedRows) {
            JsonTree counts = new JsonTree().put("type", "object").put("additionalProperties", integer());
            return closed(new JsonTree().put("total", integer()).put("byModel", counts), List.of("total", "byModel"));
        } else if (form instanceof JsonForm.AnyReference) {
            JsonTree kind = new JsonTree().put("type", "string").put("description", "The table that the row is in.");
            JsonTree id = integer().put("format", "int64");
            return closed(new JsonTree().put("kind", kind).put("id", id), List.of("kind", "id"));
        } else if (form instanceof JsonForm.ReferenceTo reference) {
            return of(reference.key());
        } else if (form instanceof JsonForm.DraftOf draft) {
            return reference(name(draft.body()));
        }
        return reference(name(form.java()));
    }

    private JsonTree page(JsonForm.PageOf page) {
        JsonTree properties =
                new JsonTree().put("items", new JsonTree().put("type", "array").putAlways("items", of(page.element())));
        if (page.java().simpleName().equals("KeyPage")) {
            properties.put("next", orNull(new JsonTree().put("type", "string")));
            return closed(properties, List.of("items", "next"));
        }
        properties
                .put("number", integer())
                .put("size", integer())
                .put("hasNext", new JsonTree().put("type", "boolean"))
                .put("total", orNull(integer()));
        return closed(properties, List.of("items", "number", "size", "hasNext", "total"));
    }

    private static JsonTree integer() {
        return new JsonTree().put("type", "integer");
    }

    private static JsonTree closed(JsonTree properties, List<String> required) {
        return new JsonTree()
                .put("type", "object")
                .put("properties", properties)
                .put("required", required);
    }

    /** The same, or null. */
    static JsonTree orNull(JsonTree schema) {
        boolean bare = schema.get("enum").equals("") && schema.get("const").equals("");
        if (bare && schema.get("type") instanceof String type && !type.isEmpty()) {
            return schema.put("type", List.of(type, "null"));
        }
        return new JsonTree().put("anyOf", List.of(schema, new JsonTree().put("type", "null")));
    }

    /** The schema of a text in a path, query string, header, cookie or form. */
    static JsonTree of(TextForm form) {
        if (form instanceof TextForm.Usual usual) {
            return new JsonTree()
                    .put("type", usual.scalar().schemaType())
                    .put("format", usual.scalar().schemaFormat());
        } else if (form instanceof TextForm.Constants constants) {
            return new JsonTree().put("type", "string").put("enum", constants.words());
        }
        return new JsonTree().put("type", "string");
    }

    private static String name(JsonObjectDef object) {
        return object.draft().map(DraftDef::title).orElseGet(() -> name(object.java()));
    }

    /** {@code shop.Order.Line}; a generic type has its arguments in its name. */
    private static String name(JavaType java) {
        StringBuilder name = new StringBuilder(java.qualifiedName());
        for (JavaType argument : java.arguments()) {
            name.append("-of-").append(name(argument));
        }
        return name.toString();
    }

    /** The schemas of all objects that are reached from these forms, by their names. */
    Map<String, String> objects(List<JsonForm> forms) {
        Map<String, String> schemas = new TreeMap<>();
        for (JsonObjectDef object : types.reached(forms)) {
            if (object.union().isPresent()) {
                union(object, object.union().get(), schemas);
            } else {
                schemas.put(name(object), object(object, new JsonTree(), List.of()));
            }
        }
        return schemas;
    }

    /** One schema that names the others; those have the discriminator, which their types alone have not. */
    private void union(JsonObjectDef object, JsonObjectDef.Union union, Map<String, String> schemas) {
        List<JsonTree> references = new ArrayList<>();
        JsonTree mapping = new JsonTree();
        for (JsonObjectDef.Variant variant : union.variants()) {
            String name = name(variant.java()) + "-as-" + object.java().simpleName();
            JsonTree kind = new JsonTree()
                    .put(
                            union.discriminator(),
                            new JsonTree().put("type", "string").put("const", variant.word()));
            schemas.put(name, object(types.object(variant.java()), kind, List.of(union.discriminator())));
            references.add(reference(name));
            mapping.put(variant.word(), REFERENCE + name);
        }
        JsonTree schema = new JsonTree()
                .put("description", object.doc())
                .put("oneOf", references)
                .put(
                        "discriminator",
                        new JsonTree()
                                .put("propertyName", union.discriminator())
                                .put("mapping", mapping));
        schemas.put(name(object), schema.toString());
    }

    private String object(JsonObjectDef object, JsonTree properties, List<String> first) {
        List<String> required = new ArrayList<>(first);
        for (JsonFieldDef field : object.fields()) {
            JsonTree schema = of(field.valueForm());
            rules(schema, field.rules());
            boolean nullable = field.nullable() || (field.form() instanceof JsonForm.GivenOf given && given.nullable());
            JsonTree described = nullable ? orNull(schema) : schema;
            properties.putAlways(
                    field.name(), described.put("description", field.doc()).put("examples", examples(field)));
            if (field.required()) {
                required.add(field.name());
            }
        }
        JsonTree schema = new JsonTree()
                .put("type", "object")
                .put("description", object.doc())
                .putAlways("properties", properties)
                .put("required", required);
        if (object.readable() && object.refusesUnknown()) {
            schema.put("additionalProperties", false);
        }
        return schema.toString();
    }

    private static List<JsonValue> examples(JsonFieldDef field) {
        return field.examples().stream()
                .map(example -> example.value(field.form()))
                .toList();
    }

    /** Adds what must hold, as far as a schema can say it. */
    static void rules(JsonTree schema, List<ValueRule> rules) {
        boolean number = isOf(schema, "number") || isOf(schema, "integer");
        boolean text = isOf(schema, "string");
        boolean array = isOf(schema, "array");
        String format = String.valueOf(schema.get("format"));
        if (text && (format.equals("decimal") || format.equals("integer"))) {
            DecimalPattern.addTo(schema, rules, format.equals("decimal"));
        }
        for (ValueRule rule : rules) {
            if (rule instanceof ValueRule.NotBlank && text) {
                pattern(schema, "\\S");
            } else if (rule instanceof ValueRule.Size size) {
                String what = text ? "Length" : array ? "Items" : "Properties";
                if (size.min() > 0) {
                    schema.put("min" + what, size.min());
                }
                if (size.max() < Integer.MAX_VALUE) {
                    schema.put("max" + what, size.max());
                }
            } else if (rule instanceof ValueRule.Bound bound && number) {
                String side = bound.least() ? "inimum" : "aximum";
                schema.put((bound.inclusive() ? "m" : "exclusiveM") + side, bound.value());
            } else if (rule instanceof ValueRule.Matches matches
                    && text
                    && matches.flags().isEmpty()) {
                pattern(schema, "^(?:" + matches.regexp() + ")$");
            } else if (rule instanceof ValueRule.Email && text) {
                schema.put("format", "email");
                pattern(schema, "^[^\\s@]+@[^\\s@]+$");
            } else if (rule instanceof ValueRule.Truth truth) {
                schema.put("const", truth.value());
            }
        }
    }

    /** One more pattern that a text must match. */
    private static void pattern(JsonTree schema, String pattern) {
        if (schema.get("pattern").equals("")) {
            schema.put("pattern", pattern);
            return;
        }
        List<Object> all = new ArrayList<>();
        if (schema.get("allOf") instanceof List<?> before) {
            all.addAll(before);
        }
        all.add(new JsonTree().put("pattern", pattern));
        schema.put("allOf", all);
    }

    private static boolean isOf(JsonTree schema, String type) {
        Object is = schema.get("type");
        return is.equals(type) || (is instanceof List<?> list && list.contains(type));
    }
}
