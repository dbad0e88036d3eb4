package dev.plectrum.orm.query;

import dev.plectrum.orm.type.Types;
import java.util.ArrayList;
import java.util.List;

/** Texts prepared for full-text search: PostgreSQL's {@code tsvector}. A text that is missing counts as empty. */
public final class SearchVector {
    /** How much a part of what is searched counts in {@link #rank}. */
    public enum Weight {
        /** 1. */
        A,
        /** 0.4. */
        B,
        /** 0.2. */
        C,
        /** 0.1, what a part has of which nothing is said. */
        D
    }

    private final Node node;

    private SearchVector(Node node) {
        this.node = node;
    }

    /** These texts one after the other, in a configuration such as {@code "english"}. */
    public static SearchVector of(String configuration, TextExpression first, TextExpression... others) {
        Node text = present(first);
        if (others.length > 0) {
            List<Node> texts = new ArrayList<>();
            texts.add(Literals.of(Types.TEXT, " "));
            texts.add(text);
            for (TextExpression other : others) {
                texts.add(present(other));
            }
            text = ValueNode.Call.lenient("concat_ws", texts, false);
        }
        return new SearchVector(ValueNode.Call.strict("to_tsvector", SearchQuery.configuration(configuration), text));
    }

    private static Node present(TextExpression text) {
        Node cased = text.cased();
        return cased.nullable() ? Functions.coalesceNode(cased, Literals.of(Types.TEXT, "")) : cased;
    }

    /** The same, all of it of this weight. */
    public SearchVector weight(Weight weight) {
        Node letter = new ValueNode.Cast(Literals.of(Types.TEXT, weight.name()), "::\"char\"");
        return new SearchVector(ValueNode.Call.strict("setweight", node, letter));
    }

    /** Followed by another one, which keeps its weights. */
    public SearchVector plus(SearchVector other) {
        return new SearchVector(new ValueNode.Infix(node, "||", Precedence.OTHER, other.node));
    }

    /** Answers a search. */
    public Condition matches(SearchQuery query) {
        return new Condition.Comparison(node, "@@", Precedence.OTHER, query.node());
    }

    /** How well it answers a search, by how often it has the words: higher is better. */
    public NumberExpression<Float> rank(SearchQuery query) {
        return new NumberExpression<>(ValueNode.Call.strict("ts_rank", node, query.node()), Types.FLOAT4);
    }

    /** How well it answers a search, by how close together the words stand: higher is better. */
    public NumberExpression<Float> rankByNearness(SearchQuery query) {
        return new NumberExpression<>(ValueNode.Call.strict("ts_rank_cd", node, query.node()), Types.FLOAT4);
    }
}
