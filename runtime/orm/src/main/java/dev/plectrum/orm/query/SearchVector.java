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

    /** What makes a long document's rank lower. */
    public enum Normalization {
        /** Divides by 1 + the logarithm of its length. */
        LOG_LENGTH(1),
        /** Divides by its length. */
        LENGTH(2),
        /** Divides by the mean distance between the places where words were found. Of {@code rankByNearness} only. */
        DISTANCE(4),
        /** Divides by the number of different words. */
        UNIQUE_WORDS(8),
        /** Divides by 1 + the logarithm of the number of different words. */
        LOG_UNIQUE_WORDS(16),
        /** Divides the rank by itself + 1, so that it lies between 0 and 1. */
        ITSELF(32);

        private final int bit;

        Normalization(int bit) {
            this.bit = bit;
        }
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
    public NumberExpression<Float> rank(SearchQuery query, Normalization... by) {
        return rank("ts_rank", query, by);
    }

    /** How well it answers a search, by how close together the words stand: higher is better. */
    public NumberExpression<Float> rankByNearness(SearchQuery query, Normalization... by) {
        return rank("ts_rank_cd", query, by);
    }

    private NumberExpression<Float> rank(String function, SearchQuery query, Normalization... by) {
        int bits = 0;
        for (Normalization normalization : by) {
            bits |= normalization.bit;
        }
        Node rank = bits == 0
                ? ValueNode.Call.strict(function, node, query.node())
                : ValueNode.Call.strict(function, node, query.node(), Literals.of(Types.INT4, bits));
        return new NumberExpression<>(rank, Types.FLOAT4);
    }
}
