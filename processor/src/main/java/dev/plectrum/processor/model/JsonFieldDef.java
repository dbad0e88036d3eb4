package dev.plectrum.processor.model;

import java.util.List;

/**
 * A field of a JSON object.
 *
 * @param name in JSON
 * @param property in Java
 * @param nullable whether null may stand there; then it may also be missing
 * @param access how it is read from the Java object
 * @param rules what must hold for its values
 * @param isVersion whether it counts the changes of a row
 * @param doc what is said of it
 * @param examples values as they look
 */
public record JsonFieldDef(
        String name,
        String property,
        JsonForm form,
        boolean nullable,
        Access access,
        List<ValueRule> rules,
        boolean isVersion,
        String doc,
        List<ExampleDef> examples,
        Place place) {
    /** Copies the lists. */
    public JsonFieldDef {
        rules = List.copyOf(rules);
        examples = List.copyOf(examples);
    }

    /** The same, but for all that is known null may stand there. */
    public JsonFieldDef perhapsNull() {
        return new JsonFieldDef(
                name,
                property,
                form,
                nullable || !form.java().isPrimitive(),
                access,
                rules,
                isVersion,
                doc,
                examples,
                place);
    }

    /** Whether an object without it is refused. */
    public boolean required() {
        return !nullable && !(form instanceof JsonForm.GivenOf);
    }

    /** Whether it may be absent, which is not the same as null. */
    public boolean isGiven() {
        return form instanceof JsonForm.GivenOf;
    }

    /** The form of the value itself, when there is one. */
    public JsonForm valueForm() {
        return form instanceof JsonForm.GivenOf given ? given.value() : form;
    }

    /** Whether its value may be null when rules look at it. */
    public boolean mayBeNull() {
        return nullable || isGiven();
    }
}
