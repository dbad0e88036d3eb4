package dev.plectrum.processor.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What belongs to what. PostgreSQL reads the user's text and the SQL we print from our tree, and shows by its own {@code
 * pg_get_expr}, which writes every parenthesis, that it understood the same.
 */
class PrecedenceTest {
    private static Connection connection;

    @BeforeAll
    static void connect() throws SQLException {
        connection = Server.connect();
    }

    @AfterAll
    static void disconnect() throws SQLException {
        connection.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            quoteCharacter = '`',
            value = {
                "stock + sold * 2                    | stock + sold * 2",
                "(stock + sold) * 2                  | (stock + sold) * 2",
                "((stock)) - (sold - 1)              | stock - (sold - 1)",
                "stock - sold - 1                    | stock - sold - 1",
                "stock / sold * 2 % 3                | stock / sold * 2 % 3",
                "stock / (sold * 2)                  | stock / (sold * 2)",
                "-price ^ 2                          | -price ^ 2",
                "-(price ^ 2)                        | -(price ^ 2)",
                "2 ^ price ^ 2                       | 2 ^ price ^ 2",
                "2 ^ (price ^ 2)                     | 2 ^ (price ^ 2)",
                "stock - -1                          | stock - -1",
                "stock - - sold                      | stock - -sold",
                "-(-stock)                           | -(-stock)",
                "- -5 + stock                        | 5 + stock",
                "-stock::bigint                      | -stock::bigint",
                "(-stock)::bigint                    | (-stock)::bigint",
                "(-5)::bigint                        | (-5)::bigint",
                "stock + sold::bigint                | stock + sold::bigint",
                "(stock + sold)::bigint              | (stock + sold)::bigint",
                "CAST(stock + sold AS bigint)        | (stock + sold)::bigint",
                "active OR flag AND stock > 1        | active OR flag AND stock > 1",
                "(active OR flag) AND stock > 1      | (active OR flag) AND stock > 1",
                "NOT active AND flag                 | NOT active AND flag",
                "NOT (active AND flag)               | NOT (active AND flag)",
                "NOT stock = 1                       | NOT stock = 1",
                "(NOT active) = flag                 | (NOT active) = flag",
                "NOT NOT active                      | NOT NOT active",
                "NOT active IS NULL                  | NOT active IS NULL",
                "(NOT active) IS NULL                | (NOT active) IS NULL",
                "stock < sold IS TRUE                | stock < sold IS TRUE",
                "(stock < sold) = active             | (stock < sold) = active",
                "stock = (sold IS NULL)::integer     | stock = (sold IS NULL)::integer",
                "sold IS NULL = active               | (sold IS NULL) = active",
                "stock IN (1) IN (TRUE)              | (stock IN (1)) IN (TRUE)",
                "sold IS NULL IS NOT TRUE            | (sold IS NULL) IS NOT TRUE",
                "stock BETWEEN 1 AND sold AND active | stock BETWEEN 1 AND sold AND active",
                "stock + 1 BETWEEN sold - 1 AND 2    | stock + 1 BETWEEN sold - 1 AND 2",
                "(stock BETWEEN 1 AND 2) = active    | stock BETWEEN 1 AND 2 = active",
                "flag BETWEEN (NOT active) AND TRUE  | flag BETWEEN (NOT active) AND TRUE",
                "(openedAt at time zone 'UTC') BETWEEN (openedAt at time zone 'UTC') AND openedAt at time zone 'UTC' | opened_at AT TIME ZONE 'UTC' BETWEEN (opened_at AT TIME ZONE 'UTC') AND opened_at AT TIME ZONE 'UTC'",
                "stock NOT IN (1, sold + 1) OR flag  | stock NOT IN (1, sold + 1) OR flag",
                "name || note LIKE '%a' || 'b'       | name || note LIKE '%a' || 'b'",
                "name NOT LIKE 'a%' = active         | name NOT LIKE 'a%' = active",
                "name || 'x' = note                  | name || 'x' = note",
                "name || (stock + 1)::text           | name || (stock + 1)::text",
                "stock + 1 = sold AND price > 2      | stock + 1 = sold AND price > 2",
                "sold IS DISTINCT FROM stock + 1     | sold IS DISTINCT FROM stock + 1",
                "sold IS NOT DISTINCT FROM NULL      | sold IS NOT DISTINCT FROM NULL",
                "CASE WHEN active THEN 1 ELSE 2 END + 1 | CASE WHEN active THEN 1 ELSE 2 END + 1",
                "case stock when 1 then sold end     | CASE stock WHEN 1 THEN sold END",
                "\"from\" + 1 > until                | \"from\" + 1 > until",
                "from + stock > date '2020-01-01'    | \"from\" + stock > '2020-01-01'::date",
                "extract(year from openedAt) % 4     | EXTRACT(YEAR FROM opened_at) % 4",
                "openedAt at time zone 'UTC' > timestamptz '2020-01-01 00:00Z' | opened_at AT TIME ZONE 'UTC' > '2020-01-01 00:00Z'::timestamptz",
                "status = 'DRAFT'                    | status = 'DRAFT'",
                "size <> 'LARGE'                     | size <> 1",
                "coalesce(status, 'GONE') = 'GONE'   | coalesce(status, 'GONE') = 'GONE'",
                "(ARRAY[stock, sold])[1]             | (ARRAY[stock, sold])[1]",
                "ARRAY[note] @> ARRAY['a']           | ARRAY[note] @> ARRAY['a']",
                "ARRAY[name]::text[] @> ARRAY['a']   | ARRAY[name]::text[] @> ARRAY['a']",
                "greatest(stock, 1.5)                | greatest(stock, 1.5)",
            })
    void postgresUnderstandsWhatTheUserWrote(String text, String expected) throws SQLException {
        Compilation compilation = Compilation.of(text, Item.SCOPE, Purpose.indexExpression());
        assertThat(compilation).as(text).isInstanceOf(Compiled.class);
        String sql = ((Compiled) compilation).sql();
        assertThat(sql).isEqualTo(expected);
        String asWritten = text.replace("openedAt", "opened_at")
                .replaceFirst("^from", "\"from\"")
                .replace("'LARGE'", "1");
        assertThat(understood(sql)).isEqualTo(understood(asWritten));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            quoteCharacter = '`',
            value = {
                "active AND (flag AND stock > 1) | active AND flag AND stock > 1",
                "trim(leading 'x' from name)     | ltrim(name, 'x')",
                "trim(both from name)            | btrim(name)",
                "trim(name)                      | btrim(name)",
                "position('a' in name)           | strpos(name, 'a')",
                "substring(name from 2 for 3)    | substring(name, 2, 3)",
                "substring(name from 2)          | substring(name, 2)",
                "CAST(ARRAY[name] AS text[])     | ARRAY[name]::text[]",
                "e'it\\'s \\\\ \\u00e9' | 'it''s \\ é'",
            })
    void otherSpellingsOfTheSame(String text, String expected) {
        assertThat(Compilation.of(text, Item.SCOPE, Purpose.indexExpression())).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stock < sold < 5",
                "stock = sold = active",
                "sold IS DISTINCT FROM stock IS NULL",
                "name LIKE 'a' LIKE 'b'",
                "stock BETWEEN 1 AND 2 BETWEEN 3 AND 4",
                "stock BETWEEN 1",
                "flag BETWEEN NOT active AND TRUE",
                "flag BETWEEN stock::text || NOT active AND TRUE",
                "openedAt BETWEEN openedAt AT TIME ZONE 'UTC' AND openedAt",
                "CASE END",
                "CASE WHEN active THEN 1",
                "stock::",
                "(stock",
            })
    void whatPostgresCannotReadWeCannotEither(String text) throws SQLException {
        Compilation compilation = Compilation.of(text, Item.SCOPE, Purpose.indexExpression());
        assertThat(compilation).isInstanceOf(Compilation.Rejected.class);
        assertThat(((Compilation.Rejected) compilation).problems())
                .extracting(ExpressionProblem::code)
                .containsExactly(ExpressionProblem.Code.SYNTAX);
        assertThat(Server.complaint(connection, "SELECT " + text)).contains("syntax error");
    }

    /** What PostgreSQL stored of the expression, every parenthesis in place. */
    private static String understood(String sql) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(Item.TABLE);
            statement.execute("CREATE INDEX ON item (id, (" + sql + "))");
            return Server.column(
                            connection,
                            "SELECT pg_get_expr(indexprs, indrelid) FROM pg_index WHERE indrelid = 'item'::regclass AND indexprs IS NOT NULL")
                    .get(0);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
