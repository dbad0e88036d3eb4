package dev.plectrum.processor.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What our tables claim of PostgreSQL's functions, operators, casts and keywords, against PostgreSQL itself. */
class ServerAgreesTest {
    private static final List<SqlType> SCALARS = List.of(
            SqlType.BOOLEAN,
            SqlType.SMALLINT,
            SqlType.INTEGER,
            SqlType.BIGINT,
            SqlType.NUMERIC,
            SqlType.REAL,
            SqlType.DOUBLE,
            SqlType.TEXT,
            SqlType.CHAR,
            SqlType.UUID,
            SqlType.DATE,
            SqlType.TIME,
            SqlType.TIMESTAMP,
            SqlType.TIMESTAMPTZ,
            SqlType.INTERVAL,
            SqlType.BYTEA,
            SqlType.JSON,
            SqlType.JSONB,
            SqlType.INET);

    private static Connection connection;

    @BeforeAll
    static void connect() throws SQLException {
        connection = Server.connect();
    }

    @AfterAll
    static void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void everyAllowedFunctionMakesAGeneratedColumnOfTheTypeWeSay() throws SQLException {
        List<String> wrong = new ArrayList<>();
        for (Signature function : Functions.all()) {
            for (Signature concrete : concrete(function)) {
                check(wrong, concrete, call(concrete));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyOperatorMakesAGeneratedColumnOfTheTypeWeSay() throws SQLException {
        List<String> wrong = new ArrayList<>();
        for (Signature operator : Operators.all()) {
            for (Signature concrete : concrete(operator)) {
                check(wrong, concrete, "c0 " + operator.name() + " c1");
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void arithmeticBetweenNumbersHasTheTypeWeSay() throws SQLException {
        List<SqlType> numbers = SCALARS.stream().filter(SqlType::isNumber).toList();
        List<String> wrong = new ArrayList<>();
        for (String symbol : List.of("+", "-", "*", "/", "%", "^")) {
            for (SqlType left : numbers) {
                for (SqlType right : numbers) {
                    String ours = Operators.choose(symbol, left, right)
                            .map(signature -> signature.result().name())
                            .orElse("none");
                    String theirs = typeOf(List.of(left, right), "c0 " + symbol + " c1");
                    if (!ours.equals(theirs)) {
                        wrong.add(left + " " + symbol + " " + right + ": " + ours + ", not " + theirs);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void comparisonsExistAndAreImmutableExactlyWhereWeSay() throws SQLException {
        List<String> wrong = new ArrayList<>();
        for (String symbol : List.of("=", "<")) {
            for (SqlType left : SCALARS) {
                for (SqlType right : SCALARS) {
                    String ours = Operators.choose(symbol, left, right)
                            .map(signature -> signature.immutable() ? "immutable" : "stable")
                            .orElse("none");
                    String theirs = volatility(List.of(left, right), "boolean", "c0 " + symbol + " c1");
                    if (!ours.equals(theirs)) {
                        wrong.add(left + " " + symbol + " " + right + ": " + ours + ", not " + theirs);
                    }
                }
            }
        }
        // PostgreSQL turns a time into an interval or a char into a text and compares; we do as well.
        assertThat(wrong).isEmpty();
    }

    @Test
    void castsAreImmutableExactlyWhereWeSay() throws SQLException {
        List<String> wrong = new ArrayList<>();
        for (SqlType from : SCALARS) {
            for (SqlType to : SCALARS) {
                String ours = Casts.explicit(from, to).name().toLowerCase(Locale.ROOT);
                String theirs = volatility(List.of(from), to.name(), "c0::" + to);
                boolean since18 = (from.isIntegral() && to.equals(SqlType.BYTEA))
                        || (to.isIntegral() && from.equals(SqlType.BYTEA));
                if (!since18 && !ours.equals(theirs)) {
                    wrong.add(from + "::" + to + ": " + ours + ", not " + theirs);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void functionsAreStrictExactlyWhereWeSay() throws SQLException {
        Map<Boolean, List<String>> byStrictness = Functions.all().stream()
                .filter(Signature::immutable)
                .collect(Collectors.partitioningBy(
                        Signature::strict, Collectors.mapping(Signature::name, Collectors.toList())));
        assertThat(Server.column(connection, procedures(byStrictness.get(false)) + " AND proisstrict"))
                .as("called strict by PostgreSQL, not by us")
                .isEmpty();
        assertThat(Server.column(
                        connection,
                        procedures(byStrictness.get(true))
                                + " AND NOT proisstrict AND provolatile = 'i' AND prokind = 'f'"))
                .as("called strict by us, not by PostgreSQL")
                .isEmpty();
    }

    @Test
    void identifiersAreQuotedWherePostgresQuotesThem() throws SQLException {
        List<String> names = Server.column(
                connection,
                "SELECT word FROM pg_get_keywords() UNION VALUES ('price'), ('createdAt'), ('ünder'), ('a\"b'), ('9lives'), ('a$'), ('_x')");
        List<String> theirs = Server.column(
                connection,
                "SELECT quote_ident(word) FROM (SELECT word FROM pg_get_keywords() UNION VALUES ('price'), ('createdAt'), "
                        + "('ünder'), ('a\"b'), ('9lives'), ('a$'), ('_x')) w");
        // Words that newer or older versions than this server reserve may be quoted in vain.
        TreeSet<String> missing = new TreeSet<>();
        for (int i = 0; i < names.size(); i++) {
            if (!Identifier.quoted(names.get(i)).equals(theirs.get(i))
                    && !theirs.get(i).equals(names.get(i))) {
                missing.add(names.get(i));
            }
        }
        assertThat(missing).isEmpty();
        assertThat(Identifier.quoted("price")).isEqualTo("price");
        assertThat(Identifier.quoted("order")).isEqualTo("\"order\"");
    }

    private static String procedures(List<String> names) {
        return names.stream()
                        .map(name -> "'" + name + "'")
                        .distinct()
                        .collect(Collectors.joining(
                                ", ", "SELECT DISTINCT oid::regprocedure::text FROM pg_proc WHERE proname IN (", ")"))
                + " AND pronamespace = 'pg_catalog'::regnamespace";
    }

    private void check(List<String> wrong, Signature signature, String sql) throws SQLException {
        List<SqlType> parameters = signature.parameters();
        String expected = signature.immutable() ? "immutable" : "stable";
        String theirs = volatility(parameters, signature.result().name(), sql);
        String type = typeOf(parameters, sql);
        if (!theirs.equals(expected) || !type.equals(signature.result().name())) {
            wrong.add(signature + " is " + theirs + " and gives " + type);
        }
        Signature chosen = sql.startsWith("c0")
                ? Operators.choose(signature.name(), parameters.get(0), parameters.get(1))
                        .orElse(null)
                : Overloads.choose(Functions.named(signature.name()), parameters)
                        .orElse(null);
        if (chosen == null || !chosen.result().equals(signature.result())) {
            wrong.add(signature + " is not what we choose for its own types, but " + chosen);
        }
    }

    /** Polymorphic signatures for arrays and ranges of integers, others as they are. */
    private static List<Signature> concrete(Signature signature) {
        List<SqlType> arguments = signature.parameters().stream()
                .map(type -> switch (type.name()) {
                    case "anyelement" -> SqlType.INTEGER;
                    case "anyelement[]" -> SqlType.arrayOf(SqlType.INTEGER);
                    case "anyrange" -> SqlType.rangeOf("int4range", SqlType.INTEGER);
                    default -> type;
                })
                .toList();
        return signature.applyTo(arguments).stream().toList();
    }

    private static String call(Signature function) {
        return IntStream.range(0, function.parameters().size())
                .mapToObj(i -> argument(function.parameters().get(i), i))
                .collect(Collectors.joining(", ", function.name() + "(", ")"));
    }

    /** A dictionary is named by a literal, never by a column. */
    private static String argument(SqlType type, int position) {
        return type.name().equals("regconfig") ? "'english'" : "c" + position;
    }

    private static String columns(List<SqlType> types) {
        return IntStream.range(0, types.size())
                .mapToObj(i -> "c" + i + " " + types.get(i))
                .collect(Collectors.joining(", "));
    }

    /** The type of an expression over columns of these types; a view is planned, never run. */
    private static String typeOf(List<SqlType> types, String sql) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (" + columns(types) + ")");
            statement.execute("CREATE VIEW v AS SELECT " + sql + " AS x FROM t");
            return ours(Server.column(
                            connection,
                            "SELECT format_type(atttypid, NULL) FROM pg_attribute WHERE attrelid = 'v'::regclass")
                    .get(0));
        } catch (SQLException refused) {
            return "none";
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** PostgreSQL's name of a type as we write it. */
    static String ours(String theirs) {
        return theirs.replace("timestamp with time zone", "timestamptz")
                .replace(" without time zone", "")
                .replace("character varying", "text")
                .replaceFirst("^(character|bpchar)$", "char");
    }

    private static String volatility(List<SqlType> parameters, String result, String sql) throws SQLException {
        List<SqlType> columns = parameters.isEmpty() ? List.of(SqlType.INTEGER) : parameters;
        String complaint = Server.complaint(
                connection,
                "CREATE TABLE t (" + columns(columns) + ", g " + result + " GENERATED ALWAYS AS (" + sql + ") STORED)");
        if (complaint.isEmpty()) {
            return "immutable";
        }
        if (complaint.contains("not immutable")) {
            return "stable";
        }
        return complaint.contains("does not exist") || complaint.contains("cannot cast") ? "none" : complaint;
    }
}
