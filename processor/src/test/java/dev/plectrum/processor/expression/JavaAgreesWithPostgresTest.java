package dev.plectrum.processor.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;

/**
 * Random expressions over random rows. For each pair three answers must be the same: PostgreSQL's to the text as the user wrote
 * it, PostgreSQL's to the SQL we print, and that of the Java we emit; or all three must fail.
 */
class JavaAgreesWithPostgresTest {
    private static final String FAILED = "<failed>";

    /** Answers any expression about any row, and failing with a text of its own; {@code $} is the expression. */
    private static final String ANSWER = """
            CREATE FUNCTION answer(expression text, row_id integer) RETURNS text LANGUAGE plpgsql AS $body$
            DECLARE
              answer text;
            BEGIN
              EXECUTE 'SELECT (' || expression || ')::text FROM item WHERE id = $1' INTO answer USING row_id;
              RETURN answer;
            EXCEPTION
              WHEN numeric_value_out_of_range OR division_by_zero OR datetime_field_overflow
                OR invalid_argument_for_power_function OR substring_error
                OR invalid_escape_sequence THEN
                RETURN '<failed>';
              WHEN syntax_error THEN
                RETURN SQLERRM;
            END
            $body$""";

    /** The type of any expression, without computing it: a view is planned, never run. */
    private static final String TYPE_OF = """
            CREATE FUNCTION type_of(expression text) RETURNS text LANGUAGE plpgsql AS $body$
            DECLARE
              type text;
            BEGIN
              EXECUTE 'CREATE TEMPORARY VIEW typed AS SELECT (' || expression || ') AS x FROM item';
              SELECT format_type(atttypid, NULL) INTO type FROM pg_attribute WHERE attrelid = 'typed'::regclass;
              DROP VIEW typed;
              RETURN type;
            EXCEPTION
              WHEN syntax_error THEN
                RETURN SQLERRM;
            END
            $body$""";

    private static Connection connection;

    @BeforeContainer
    static void createTable() throws SQLException {
        connection = Server.connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA properties");
            statement.execute("SET search_path = properties");
            statement.execute(Item.TABLE);
            statement.execute(ANSWER);
            statement.execute(TYPE_OF);
        }
    }

    @AfterContainer
    static void disconnect() throws SQLException {
        connection.close();
    }

    // Other expressions in every build; a failure prints its seed.
    @Property(tries = 3, shrinking = ShrinkingMode.OFF)
    void postgresAndJavaGiveTheSameAnswer(@ForAll("batches") Batch batch) throws Exception {
        List<Tried> tried = batch.expressions().stream()
                .flatMap(text -> compiled(text).stream())
                .toList();
        store(batch.items());
        List<String> theirs = answers(
                tried.stream().map(Tried::fieldsAsColumns).toList(),
                batch.items().size());
        List<String> ours = answers(
                tried.stream().map(each -> each.compiled().sql()).toList(),
                batch.items().size());
        List<String> types =
                types(tried.stream().map(each -> each.compiled().sql()).toList());
        Class<?> java = JavaSources.compiled("Answers", source(tried));

        List<String> wrong = new ArrayList<>();
        for (int e = 0; e < tried.size(); e++) {
            Tried each = tried.get(e);
            Statistics.collect(each.java().isEmpty() ? "PostgreSQL alone" : "PostgreSQL and Java");
            if (!types.get(e).equals(each.compiled().type().name())) {
                wrong.add(each.text() + " is " + types.get(e) + ", not "
                        + each.compiled().type());
            }
            for (int i = 0; i < batch.items().size(); i++) {
                Item item = batch.items().get(i);
                String expected = normal(
                        each.compiled().type(), theirs.get(e * batch.items().size() + i));
                String printed = normal(
                        each.compiled().type(), ours.get(e * batch.items().size() + i));
                if (!expected.equals(printed)) {
                    wrong.add(each.text() + "\n  " + each.compiled().sql() + "\n  gives " + printed + ", not "
                            + expected + " for " + item);
                }
                if (expected.equals("null") && !each.compiled().nullable()) {
                    wrong.add(each.text() + " is never NULL, we said, but is for " + item);
                }
                if (!each.java().isEmpty()) {
                    String answer = normal(each.compiled().type(), call(java, e, item));
                    if (!expected.equals(answer)) {
                        wrong.add(each.text() + "\n  " + each.java() + "\n  gives " + answer + ", not " + expected
                                + " for " + item);
                    }
                }
            }
        }
        assertThat(wrong.stream().limit(5)).isEmpty();
    }

    /**
     * Rows and expressions to try on them.
     *
     * @param items each of them with every expression
     */
    record Batch(List<Item> items, List<String> expressions) {}

    /** An expression that compiles, and its Java if there is any. */
    record Tried(String text, Compiled compiled, String java) {
        /** The user's own text, with nothing changed but the one field whose column is called otherwise. */
        String fieldsAsColumns() {
            return text.replace("openedAt", "opened_at").replace("'SMALL'", "0").replace("'LARGE'", "1");
        }
    }

    @Provide
    Arbitrary<Batch> batches() {
        return Arbitraries.randomValue(random -> {
            RandomExpression expressions = new RandomExpression(random);
            return new Batch(
                    IntStream.range(0, 12)
                            .mapToObj(i -> RandomItem.item(random))
                            .toList(),
                    IntStream.range(0, 250).mapToObj(i -> expressions.any()).toList());
        });
    }

    private static List<Tried> compiled(String text) {
        if (!(Compilation.of(text, Item.SCOPE, Purpose.indexExpression()) instanceof Compiled compiled)) {
            return List.of();
        }
        String java = compiled.java(field -> "item." + field.name())
                .map(JavaCode::toString)
                .orElse("");
        return List.of(new Tried(text, compiled, java));
    }

    private static String source(List<Tried> tried) {
        return IntStream.range(0, tried.size())
                .filter(e -> !tried.get(e).java().isEmpty())
                .mapToObj(e -> "static Object answer" + e + "(dev.plectrum.processor.expression.Item item) {\n  return "
                        + tried.get(e).java() + ";\n}\n")
                .collect(Collectors.joining("", "final class Answers {\n", "}\n"));
    }

    private static String call(Class<?> answers, int number, Item item) throws ReflectiveOperationException {
        Method method = answers.getDeclaredMethod("answer" + number, Item.class);
        method.setAccessible(true);
        try {
            Object answer = method.invoke(null, item);
            return answer == null ? null : answer.toString();
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof ArithmeticException) {
                return FAILED;
            }
            throw thrown;
        }
    }

    /** The same text for the same value. */
    private static String normal(SqlType type, String answer) {
        if (answer == null || answer.equals(FAILED) || answer.startsWith("syntax error")) {
            return String.valueOf(answer);
        }
        return switch (type.kind()) {
            case NUMERIC -> new BigDecimal(answer).stripTrailingZeros().toPlainString();
            case TIMESTAMP ->
                String.valueOf(
                        answer.contains("T")
                                ? LocalDateTime.parse(answer)
                                : Timestamp.valueOf(answer).toLocalDateTime());
            case DATE -> String.valueOf(date(answer));
            default -> answer;
        };
    }

    /** The year before 1 is 0 to Java and 1 BC to PostgreSQL. */
    private static LocalDate date(String answer) {
        String[] parts = answer.replaceFirst("^[+-]", "").replace(" BC", "").split("-", 3);
        int year = Integer.parseInt(parts[0]);
        if (answer.endsWith(" BC")) {
            year = 1 - year;
        } else if (answer.startsWith("-")) {
            year = -year;
        }
        return LocalDate.of(year, Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    private static void store(List<Item> items) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE item");
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO item VALUES (" + Item.MARKS + ")")) {
            for (int i = 0; i < items.size(); i++) {
                items.get(i).bind(insert, i);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The answers of all expressions, each for all rows, in one round trip. */
    private static List<String> answers(List<String> expressions, int rows) throws SQLException {
        Array texts = connection.createArrayOf("text", expressions.toArray());
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT answer(e.expression, i) FROM unnest(?) WITH ORDINALITY AS e (expression, n), generate_series(0, ?) AS i ORDER BY n, i")) {
            query.setArray(1, texts);
            query.setInt(2, rows - 1);
            return strings(query);
        }
    }

    private static List<String> types(List<String> expressions) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT type_of(expression) FROM unnest(?) AS e (expression)")) {
            query.setArray(1, connection.createArrayOf("text", expressions.toArray()));
            return strings(query).stream().map(ServerAgreesTest::ours).toList();
        }
    }

    private static List<String> strings(PreparedStatement query) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
        }
        return strings;
    }
}
