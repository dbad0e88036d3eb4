package dev.plectrum.processor.model;

import java.util.List;

/**
 * A value as it looks, for the API's description.
 *
 * @param text as it is written
 * @param rules what must hold for it besides what holds for every value there: what its column can take
 */
public record ExampleDef(String text, List<ValueRule> rules, Place place) {
    /** Copies the rules. */
    public ExampleDef {
        rules = List.copyOf(rules);
    }

    /** What it is where values have this form; fails with {@link JsonText.Malformed} if it is to be JSON and is none. */
    public JsonValue value(JsonForm form) {
        JsonForm single = single(form);
        if (single instanceof JsonForm.Simple simple) {
            return value(simple.scalar().schemaType());
        }
        return single instanceof JsonForm.Constants ? value("string") : JsonText.parse(text);
    }

    /** What it is where texts have this form. */
    public JsonValue value(TextForm form) {
        return value(form instanceof TextForm.Usual usual ? usual.scalar().schemaType() : "string");
    }

    private JsonValue value(String schemaType) {
        JsonValue.At whole = new JsonValue.At(0, text.length());
        boolean number = schemaType.equals("integer") || schemaType.equals("number");
        if (number && JsonText.isNumber(text)) {
            return new JsonValue.Numeral(text, whole);
        } else if (schemaType.equals("boolean") && (text.equals("true") || text.equals("false"))) {
            return new JsonValue.Truth(text.equals("true"), whole);
        }
        return new JsonValue.Text(text, whole);
    }

    private static JsonForm single(JsonForm form) {
        if (form instanceof JsonForm.Held held) {
            return single(held.value());
        } else if (form instanceof JsonForm.GivenOf given) {
            return single(given.value());
        } else if (form instanceof JsonForm.ReferenceTo reference) {
            return single(reference.key());
        }
        return form;
    }
}
