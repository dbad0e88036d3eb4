package dev.plectrum.orm.query;

import dev.plectrum.orm.type.DbType;
import dev.plectrum.orm.type.Types;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Text. */
public class TextExpression extends OrderedExpression<String> {
    private final Node node;

    TextExpression(Node node) {
        this(node, Types.TEXT);
    }

    TextExpression(Node node, DbType<String> type) {
        super(type);
        this.node = node;
    }

    @Override
    public final Node node() {
        return node;
    }

    /** Equal to one of these texts. */
    public final Condition in(String... texts) {
        return in(Arrays.asList(texts));
    }

    /** Contains this text somewhere. */
    public final Condition contains(String part) {
        return like(bindPattern("%", part, "%", "contains"));
    }

    /** Contains another expression's text somewhere. */
    public final Condition contains(Expression<String> part) {
        return like(pattern("%", part, "%"));
    }

    /** Contains this text somewhere, upper and lower case being the same. */
    public final Condition icontains(String part) {
        return ilike(bindPattern("%", part, "%", "icontains"));
    }

    /** Contains another expression's text somewhere, upper and lower case being the same. */
    public final Condition icontains(Expression<String> part) {
        return ilike(pattern("%", part, "%"));
    }

    /** Begins with this text. */
    public final Condition startsWith(String start) {
        return like(bindPattern("", start, "%", "startsWith"));
    }

    /** Begins with another expression's text. */
    public final Condition startsWith(Expression<String> start) {
        return like(pattern("", start, "%"));
    }

    /** Begins with this text, upper and lower case being the same. */
    public final Condition istartsWith(String start) {
        return ilike(bindPattern("", start, "%", "istartsWith"));
    }

    /** Begins with another expression's text, upper and lower case being the same. */
    public final Condition istartsWith(Expression<String> start) {
        return ilike(pattern("", start, "%"));
    }

    /** Ends with this text. */
    public final Condition endsWith(String end) {
        return like(bindPattern("%", end, "", "endsWith"));
    }

    /** Ends with another expression's text. */
    public final Condition endsWith(Expression<String> end) {
        return like(pattern("%", end, ""));
    }

    /** Ends with this text, upper and lower case being the same. */
    public final Condition iendsWith(String end) {
        return ilike(bindPattern("%", end, "", "iendsWith"));
    }

    /** Ends with another expression's text, upper and lower case being the same. */
    public final Condition iendsWith(Expression<String> end) {
        return ilike(pattern("%", end, ""));
    }

    /** Equal to this text, upper and lower case being the same. An index on {@code upper(field)} serves it. */
    public final Condition iexact(String text) {
        return new Condition.Comparison(upper(cased()), "=", upper(bind(text, "iexact")));
    }

    /** Equal to another expression's text, upper and lower case being the same. */
    public final Condition iexact(Expression<String> other) {
        return new Condition.Comparison(upper(cased()), "=", upper(other.node()));
    }

    /** Matches a LIKE pattern of the caller's own, in which {@code %} and {@code _} are wildcards and {@code \} takes their meaning away. */
    public final Condition like(String pattern) {
        return like(bind(pattern, "like"));
    }

    /** Matches a POSIX regular expression somewhere. */
    public final Condition regex(String expression) {
        return new Condition.Comparison(cased(), "~", Precedence.OTHER, bind(expression, "regex"));
    }

    /** Matches a POSIX regular expression somewhere, upper and lower case being the same. */
    public final Condition iregex(String expression) {
        return new Condition.Comparison(cased(), "~*", Precedence.OTHER, bind(expression, "iregex"));
    }

    /** Matches another expression's regular expression somewhere. */
    public final Condition regex(Expression<String> expression) {
        return new Condition.Comparison(cased(), "~", Precedence.OTHER, expression.node());
    }

    /** Matches another expression's regular expression somewhere, upper and lower case being the same. */
    public final Condition iregex(Expression<String> expression) {
        return new Condition.Comparison(cased(), "~*", Precedence.OTHER, expression.node());
    }

    /** Like this text as a whole, by the letters they share in threes. Needs the extension {@code pg_trgm}, as all that is trigram. */
    public final Condition trigramSimilar(String text) {
        return new Condition.Comparison(cased(), "%", Precedence.OTHER, bind(text, "trigramSimilar"));
    }

    /** Has words somewhere that are like this text. */
    public final Condition trigramWordSimilar(String text) {
        return new Condition.Comparison(cased(), "%>", Precedence.OTHER, bind(text, "trigramWordSimilar"));
    }

    /** Has whole words somewhere that are like this text. */
    public final Condition trigramStrictWordSimilar(String text) {
        return new Condition.Comparison(cased(), "%>>", Precedence.OTHER, bind(text, "trigramStrictWordSimilar"));
    }

    /** How like this text it is, from 0 to 1. */
    public final NumberExpression<Float> trigramSimilarity(String text) {
        return similarity("similarity", cased(), bind(text, "trigramSimilarity"));
    }

    /** How like this text some words of it are, from 0 to 1. */
    public final NumberExpression<Float> trigramWordSimilarity(String text) {
        return similarity("word_similarity", bind(text, "trigramWordSimilarity"), cased());
    }

    /** How like this text some whole words of it are, from 0 to 1. */
    public final NumberExpression<Float> trigramStrictWordSimilarity(String text) {
        return similarity("strict_word_similarity", bind(text, "trigramStrictWordSimilarity"), cased());
    }

    private static NumberExpression<Float> similarity(String function, Node first, Node second) {
        return new NumberExpression<>(ValueNode.Call.strict(function, first, second), Types.FLOAT4);
    }

    /** Without accents. Needs the extension {@code unaccent}. */
    public final TextExpression unaccent() {
        return call("unaccent", node);
    }

    /** A piece of the text around what was searched for, with that between {@code <b>} and {@code </b>}. It is not HTML: escape it. */
    public final TextExpression headline(SearchQuery query) {
        return call("ts_headline", query.configuration(), node, query.node());
    }

    /**
     * The same, as options such as {@code StartSel=«, StopSel=», MaxFragments=3} say: see {@code ts_headline} in PostgreSQL's manual. The
     * options are bound like any value.
     */
    public final TextExpression headline(SearchQuery query, String options) {
        return call("ts_headline", query.configuration(), node, query.node(), bind(options, "headline"));
    }

    /** Full-text search: has all words of {@code words}, in the text search configuration of the database. */
    public final Condition search(String words) {
        return new Condition.Comparison(
                ValueNode.Call.strict("to_tsvector", cased()),
                "@@",
                Precedence.OTHER,
                ValueNode.Call.strict("plainto_tsquery", bind(words, "search")));
    }

    /** Full-text search in a configuration such as {@code "english"}, with the words written as for a web search engine. */
    public final Condition search(String configuration, String words) {
        return SearchVector.of(configuration, this).matches(SearchQuery.web(configuration, words));
    }

    /** How well the text answers a search, for sorting: higher is better. */
    public final NumberExpression<Float> searchRank(String configuration, String words) {
        return SearchVector.of(configuration, this).rank(SearchQuery.web(configuration, words));
    }

    /** In lower case. */
    public final TextExpression lower() {
        return call("lower", node);
    }

    /** In upper case. */
    public final TextExpression upper() {
        return new TextExpression(upper(node));
    }

    /** Without white space at either end. */
    public final TextExpression trim() {
        return call("btrim", node);
    }

    /** Without white space at the beginning. */
    public final TextExpression trimStart() {
        return call("ltrim", node);
    }

    /** Without white space at the end. */
    public final TextExpression trimEnd() {
        return call("rtrim", node);
    }

    /** The number of characters. */
    public final NumberExpression<Integer> length() {
        return new NumberExpression<>(ValueNode.Call.strict("length", node), Types.INT4);
    }

    /** The first {@code count} characters; of a negative count, all but so many at the end. */
    public final TextExpression left(int count) {
        return call("left", node, number(count));
    }

    /** The last {@code count} characters; of a negative count, all but so many at the beginning. */
    public final TextExpression right(int count) {
        return call("right", node, number(count));
    }

    /** From the character at {@code start}, counted from 0, as many as {@code count}. */
    public final TextExpression substring(int start, int count) {
        if (start < 0 || count < 0) {
            throw new IllegalArgumentException("substring(" + start + ", " + count + "): neither may be negative");
        }
        // Counted from 1; no text is so long that its last position could not be.
        return call("substr", node, number(Math.max(start, start + 1)), number(count));
    }

    /** Where this text first occurs, counted from 0, or -1. */
    public final NumberExpression<Integer> indexOf(String part) {
        return new NumberExpression<>(ValueNode.Call.strict("strpos", cased(), bind(part, "indexOf")), Types.INT4)
                .minus(1);
    }

    /** Where another expression's text first occurs, counted from 0, or -1. */
    public final NumberExpression<Integer> indexOf(Expression<String> part) {
        return new NumberExpression<>(ValueNode.Call.strict("strpos", cased(), part.node()), Types.INT4).minus(1);
    }

    /** The code point of the first character; 0 of an empty text. */
    public final NumberExpression<Integer> codePoint() {
        return new NumberExpression<>(ValueNode.Call.strict("ascii", node), Types.INT4);
    }

    /** With every occurrence of one text replaced by another. */
    public final TextExpression replace(String part, String by) {
        return call("replace", node, bind(part, "replace"), bind(by, "replace"));
    }

    /** Backwards. */
    public final TextExpression reverse() {
        return call("reverse", node);
    }

    /** Several times in a row. */
    public final TextExpression repeat(int times) {
        return call("repeat", node, number(times));
    }

    /** Filled up or cut on the left to this many characters. */
    public final TextExpression padStart(int length, String fill) {
        return call("lpad", node, number(length), bind(fill, "padStart"));
    }

    /** Filled up or cut on the right to this many characters. */
    public final TextExpression padEnd(int length, String fill) {
        return call("rpad", node, number(length), bind(fill, "padEnd"));
    }

    /** The MD5 hash, in hexadecimal. */
    public final TextExpression md5() {
        return call("md5", node);
    }

    /** The SHA-1 hash, in hexadecimal. Needs the extension {@code pgcrypto}. */
    public final TextExpression sha1() {
        return hex(ValueNode.Call.strict("digest", utf8(), Literals.of(Types.TEXT, "sha1")));
    }

    /** The SHA-224 hash, in hexadecimal. */
    public final TextExpression sha224() {
        return hex(ValueNode.Call.strict("sha224", utf8()));
    }

    /** The SHA-256 hash, in hexadecimal. */
    public final TextExpression sha256() {
        return hex(ValueNode.Call.strict("sha256", utf8()));
    }

    /** The SHA-384 hash, in hexadecimal. */
    public final TextExpression sha384() {
        return hex(ValueNode.Call.strict("sha384", utf8()));
    }

    /** The SHA-512 hash, in hexadecimal. */
    public final TextExpression sha512() {
        return hex(ValueNode.Call.strict("sha512", utf8()));
    }

    private Node utf8() {
        return ValueNode.Call.strict("convert_to", node, new ValueNode.Name("'UTF8'"));
    }

    private static TextExpression hex(Node bytes) {
        return call("encode", bytes, new ValueNode.Name("'hex'"));
    }

    /** The text as an {@code int}. Fails where it does not look like one. */
    public final NumberExpression<Integer> toInt() {
        return new NumberExpression<>(new ValueNode.Cast(node, "::int4"), Types.INT4);
    }

    /** The text as a {@code long}. Fails where it does not look like one. */
    public final NumberExpression<Long> toLong() {
        return new NumberExpression<>(new ValueNode.Cast(node, "::int8"), Types.INT8);
    }

    /** The text as a {@code double}. Fails where it does not look like one. */
    public final NumberExpression<Double> toDouble() {
        return new NumberExpression<>(new ValueNode.Cast(node, "::float8"), Types.FLOAT8);
    }

    /** The text as a decimal. Fails where it does not look like one. */
    public final NumberExpression<BigDecimal> toBigDecimal() {
        return new NumberExpression<>(new ValueNode.Cast(node, "::numeric"), Types.NUMERIC);
    }

    /** The text as a date, such as {@code 2024-02-29}. Fails where it does not look like one. */
    public final DateExpression toDate() {
        return new DateExpression(new ValueNode.Cast(node, "::date"), Types.DATE);
    }

    /** The text sorted and compared by another collation, such as {@code "C"}. */
    public final TextExpression collate(String collation) {
        return new TextExpression(
                new ValueNode.Infix(
                        node, "COLLATE", Precedence.ATOM - 1, new ValueNode.Name(Identifiers.quoteAlways(collation))),
                type());
    }

    /** Followed by this text. A row without a value stays without one; see {@code Functions.concat} for the other way. */
    public final TextExpression plus(String text) {
        return new TextExpression(new ValueNode.Infix(node, "||", Precedence.OTHER, bind(text, "plus")));
    }

    /** Followed by another expression's text. Where either is missing, so is the result. */
    public final TextExpression plus(Expression<String> other) {
        return new TextExpression(new ValueNode.Infix(node, "||", Precedence.OTHER, other.node()));
    }

    /** This text, or that one where there is none. */
    public final TextExpression orElse(String text) {
        return new TextExpression(Functions.coalesceNode(node, bind(text, "orElse")), type());
    }

    /** This text, or another expression's where there is none. */
    public final TextExpression orElse(Expression<String> other) {
        return new TextExpression(Functions.coalesceNode(node, other.node()), type());
    }

    /** Nothing where the text is another expression's, otherwise the text. */
    public final TextExpression nullIf(Expression<String> other) {
        return new TextExpression(ValueNode.Call.lenient("nullif", List.of(node, other.node()), true), type());
    }

    /** Nothing where the text is this one, otherwise the text. */
    public final TextExpression nullIf(String text) {
        return new TextExpression(ValueNode.Call.lenient("nullif", List.of(node, bind(text, "nullIf")), true), type());
    }

    private Condition like(Node pattern) {
        return new Condition.Comparison(cased(), "LIKE", Precedence.LIKE, pattern);
    }

    // UPPER on both sides rather than ILIKE: an index on upper(field) serves it, and the two fold case alike.
    private Condition ilike(Node pattern) {
        return new Condition.Comparison(upper(cased()), "LIKE", Precedence.LIKE, upper(pattern));
    }

    private Node bindPattern(String before, String text, String after, String method) {
        bind(text, method);
        return new ValueNode.Bind(Types.TEXT.encode(before + escape(text) + after), Types.TEXT.bindCast());
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' || c == '%' || c == '_') {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }

    private static Node pattern(String before, Expression<String> part, String after) {
        Node escaped = part.node();
        for (String wildcard : List.of("\\", "%", "_")) {
            escaped = ValueNode.Call.strict(
                    "replace", escaped, Literals.of(Types.TEXT, wildcard), Literals.of(Types.TEXT, "\\" + wildcard));
        }
        List<Node> parts = new ArrayList<>();
        if (!before.isEmpty()) {
            parts.add(Literals.of(Types.TEXT, before));
        }
        parts.add(escaped);
        if (!after.isEmpty()) {
            parts.add(Literals.of(Types.TEXT, after));
        }
        Node joined = parts.get(0);
        for (Node next : parts.subList(1, parts.size())) {
            joined = new ValueNode.Infix(joined, "||", Precedence.OTHER, next);
        }
        return joined;
    }

    /** The text with its case told apart, which citext by itself does not do. */
    final Node cased() {
        return type().name().equals("citext") ? new ValueNode.Cast(node, "::text") : node;
    }

    private static Node upper(Node text) {
        return ValueNode.Call.strict("upper", text);
    }

    private static Node number(int value) {
        return Literals.of(Types.INT4, value);
    }

    private static TextExpression call(String function, Node... arguments) {
        return new TextExpression(ValueNode.Call.strict(function, arguments));
    }
}
