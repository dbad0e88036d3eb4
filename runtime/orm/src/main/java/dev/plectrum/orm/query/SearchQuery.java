package dev.plectrum.orm.query;

import dev.plectrum.orm.type.Types;

/**
 * What full-text search looks for: PostgreSQL's {@code tsquery}. Words are brought to their stems by a text search configuration, such as
 * {@code "english"}; {@code "simple"} leaves them as they are.
 */
public final class SearchQuery {
    private final Node configuration;
    private final Node node;

    private SearchQuery(Node configuration, Node node) {
        this.configuration = configuration;
        this.node = node;
    }

    /** All of these words, anywhere. Nothing that a user may type is an error. */
    public static SearchQuery plain(String configuration, String words) {
        return of("plainto_tsquery", configuration, words);
    }

    /** These words one after the other. Nothing that a user may type is an error. */
    public static SearchQuery phrase(String configuration, String words) {
        return of("phraseto_tsquery", configuration, words);
    }

    /** As for a web search engine: {@code "in quotes"}, {@code or}, {@code -without}. Nothing that a user may type is an error. */
    public static SearchQuery web(String configuration, String words) {
        return of("websearch_to_tsquery", configuration, words);
    }

    /** In PostgreSQL's own syntax, such as {@code cat & (rat | mouse:*)}. Fails where it is not; not for what users type. */
    public static SearchQuery raw(String configuration, String query) {
        return of("to_tsquery", configuration, query);
    }

    /** A word that begins with this one, which is taken as it is, whatever characters it has. Nothing that a user may type is an error. */
    public static SearchQuery prefix(String configuration, String start) {
        String quoted = "'" + start.replace("\\", "\\\\").replace("'", "''") + "':*";
        // An empty word would be an error; an empty query has no answer.
        return of("to_tsquery", configuration, start.isEmpty() ? "" : quoted);
    }

    private static SearchQuery of(String function, String configuration, String words) {
        Node config = configuration(configuration);
        return new SearchQuery(
                config,
                ValueNode.Call.strict(function, config, Functions.value(words).node()));
    }

    /** A configuration as a value; one that is not there fails by its name. */
    static Node configuration(String name) {
        return new ValueNode.Cast(Literals.of(Types.TEXT, name), "::regconfig");
    }

    /** The words of the other right after those of this. */
    public SearchQuery followedBy(SearchQuery other) {
        return new SearchQuery(configuration, ValueNode.Call.strict("tsquery_phrase", node, other.node));
    }

    /** Both. */
    public SearchQuery and(SearchQuery other) {
        return new SearchQuery(configuration, new ValueNode.Infix(node, "&&", Precedence.OTHER, other.node));
    }

    /** Either. */
    public SearchQuery or(SearchQuery other) {
        return new SearchQuery(configuration, new ValueNode.Infix(node, "||", Precedence.OTHER, other.node));
    }

    /** What does not answer this. */
    public SearchQuery not() {
        return new SearchQuery(configuration, ValueNode.Call.strict("tsquery_not", node));
    }

    Node configuration() {
        return configuration;
    }

    Node node() {
        return node;
    }
}
