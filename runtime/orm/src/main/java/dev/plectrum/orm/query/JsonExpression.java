package dev.plectrum.orm.query;

import dev.plectrum.orm.type.DbType;
import dev.plectrum.orm.type.Types;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A JSON document, or a place in one. SQL's NULL means that there is no document, or nothing at the place; JSON's own {@code null} is a
 * value, asked for with {@link #isJsonNull()}.
 *
 * <p>Documents and places can be compared with JSON values of any kind without failing: {@code path("size").gt(5)} does not hold for what is no
 * number and is less by its kind. PostgreSQL sorts null, strings, numbers, booleans, arrays and objects in this order, and empty arrays first.
 *
 * @param <T> the Java type of the whole document
 */
public class JsonExpression<T> extends OrderedExpression<T> {
    private final Node node;

    JsonExpression(Node node, DbType<T> type) {
        super(type);
        this.node = node;
    }

    @Override
    public final Node node() {
        return node;
    }

    /** The place reached by these object keys and array positions; a negative position counts from the end. */
    public final JsonExpression<Object> path(Object... keysAndPositions) {
        return new JsonExpression<>(
                new ValueNode.Infix(node, "#>", Precedence.OTHER, pathArray(keysAndPositions)), Types.JSON);
    }

    private Node pathArray(Object... keysAndPositions) {
        List<String> steps = new ArrayList<>();
        for (Object step : keysAndPositions) {
            if (!(step instanceof String || step instanceof Integer)) {
                throw new IllegalArgumentException(
                        "A JSON path is made of String keys and int positions; " + step + " is neither");
            }
            steps.add(step.toString());
        }
        return Literals.texts(this, steps);
    }

    /** The place as text: a string without its quotes, anything else as JSON. JSON's null is no text. */
    public final TextExpression text() {
        return new TextExpression(new ValueNode.Infix(node, "#>>", Precedence.OTHER, pathArray()));
    }

    /** The place as a decimal. Fails where there is something else than a number or a string that looks like one. */
    public final NumberExpression<BigDecimal> decimal() {
        return new NumberExpression<>(new ValueNode.Cast(text().node(), "::numeric"), Types.NUMERIC);
    }

    /** The place as a whole number. Fails where there is something else. */
    public final NumberExpression<Long> number() {
        return new NumberExpression<>(new ValueNode.Cast(text().node(), "::int8"), Types.INT8);
    }

    /** The place as true or false. Fails where there is something else. */
    public final BooleanExpression bool() {
        return new BooleanExpression(new ValueNode.Cast(text().node(), "::bool"), Types.BOOL);
    }

    /** Contains this document: every key and value of it, at the same places. */
    public final Condition contains(Object json) {
        return operator("@>", bind(Types.JSON, json));
    }

    /** Is contained in this document. */
    public final Condition containedBy(Object json) {
        return operator("<@", bind(Types.JSON, json));
    }

    /** Contains another expression's document. */
    public final Condition contains(JsonExpression<?> other) {
        return operator("@>", other.node());
    }

    /** Is contained in another expression's document. */
    public final Condition containedBy(JsonExpression<?> other) {
        return operator("<@", other.node());
    }

    /** An object that has this key, or an array that has this string. */
    public final Condition hasKey(String key) {
        return operator("?", text(key, "hasKey"));
    }

    /** An object that has all of these keys. */
    public final Condition hasKeys(Collection<String> keys) {
        return operator("?&", Literals.texts(this, List.copyOf(keys)));
    }

    /** An object that has at least one of these keys. */
    public final Condition hasAnyKey(Collection<String> keys) {
        return operator("?|", Literals.texts(this, List.copyOf(keys)));
    }

    /** Is JSON's own null: there is a place, and it holds {@code null}. */
    public final Condition isJsonNull() {
        return new Condition.Comparison(node, "=", new ValueNode.Name("'null'::jsonb"));
    }

    /** Matches a SQL/JSON path predicate such as {@code $.price > 10}. */
    public final Condition matches(String jsonPath) {
        return operator("@@", new ValueNode.Cast(text(jsonPath, "matches"), "::jsonpath"));
    }

    private Condition operator(String operator, Node right) {
        return new Condition.Comparison(node, operator, Precedence.OTHER, right);
    }
}
