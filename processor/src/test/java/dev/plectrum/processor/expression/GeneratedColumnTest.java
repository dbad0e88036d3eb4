package dev.plectrum.processor.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a generated column really stores, for each type that a field can have, beside what Java computed before the insert. */
class GeneratedColumnTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            quoteCharacter = '`',
            value = {
                "price * stock             | numeric(12,2) | java.math.BigDecimal",
                "price * stock             | numeric(6,1)  | java.math.BigDecimal",
                "price * 0.5               | numeric(4)    | java.math.BigDecimal",
                "price * stock             | numeric       | java.math.BigDecimal",
                "round(price * stock)      | numeric(20)   | java.math.BigInteger",
                "stock + 1                 | integer       | int",
                "stock - views             | bigint        | long",
                "stock                     | bigint        | java.lang.Long",
                "stock * 1000000           | integer       | java.lang.Integer",
                "(stock / 2)::smallint     | smallint      | short",
                "tiny + small              | smallint      | java.lang.Short",
                "price > 2 OR flag         | boolean       | java.lang.Boolean",
                "name || note              | varchar(6)    | java.lang.String",
                "name || note              | text          | java.lang.String",
                "left(name, 2)::varchar(1) | varchar(1)    | java.lang.String",
                "coalesce(code, code)      | uuid          | java.util.UUID",
                "nullif(stock, views)      | integer       | java.lang.Integer",
                "nullif(tiny, likes)       | smallint      | java.lang.Short",
                "nullif(views, stock)      | bigint        | java.lang.Long",
                "until + stock             | date          | java.time.LocalDate",
                "CASE WHEN active THEN stock::integer ELSE sold END | integer | java.lang.Integer",
                "CASE WHEN active THEN coalesce(stock) ELSE sold END | integer | java.lang.Integer",
                "CASE WHEN active THEN tiny ELSE sold END | integer | java.lang.Integer",
                "CASE WHEN active THEN sold IS NULL ELSE flag END | boolean | java.lang.Boolean",
                "coalesce(openedAt, openedAt) | timestamp | java.time.LocalDateTime",
            })
    void javaKnowsWhatWillBeStored(String text, String type, String javaType) throws Exception {
        Purpose purpose = Purpose.stored(ColumnType.parse(type).orElseThrow(), true, javaType);
        Compiled compiled = (Compiled) Compilation.of(text, Item.SCOPE, purpose);
        String java =
                compiled.java(field -> "item." + field.name()).orElseThrow().toString();
        Class<?> answers = JavaSources.compiled(
                "Stored",
                "final class Stored {\nstatic " + boxed(javaType)
                        + " value(dev.plectrum.processor.expression.Item item) {\nreturn " + java + ";\n}\n}\n");
        for (String generated : List.of("STORED", "VIRTUAL")) {
            List<String> theirs = stored(compiled.sql(), type, generated);
            List<String> ours = new ArrayList<>();
            for (Item item : items()) {
                ours.add(value(answers, item));
            }
            assertThat(ours).isEqualTo(theirs).anyMatch(Objects::nonNull);
        }
    }

    /** The values that the server computed, or that it refused to. */
    private static List<String> stored(String sql, String type, String generated) throws SQLException {
        try (Connection connection = Server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = pg_temp");
            statement.execute(Item.TABLE.replace("CREATE TABLE", "CREATE TEMPORARY TABLE"));
            statement.execute(
                    "ALTER TABLE item ADD COLUMN g " + type + " GENERATED ALWAYS AS (" + sql + ") " + generated);
            List<String> stored = new ArrayList<>();
            for (Item item : items()) {
                try (PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO item VALUES (" + Item.MARKS + ") RETURNING g")) {
                    item.bind(insert, stored.size());
                    stored.add(onlyValue(insert));
                }
            }
            return stored;
        }
    }

    private static String onlyValue(PreparedStatement insert) throws SQLException {
        try (ResultSet rows = insert.executeQuery()) {
            rows.next();
            return normal(rows.getObject(1));
        } catch (SQLException refused) {
            assertThat(refused.getSQLState()).as(refused.getMessage()).matches("22003|22001|22008");
            return "<failed>";
        }
    }

    /** Decimals by value, everything else to the letter. */
    private static String normal(Object value) {
        if (value instanceof Timestamp timestamp) {
            return timestamp.toLocalDateTime().toString();
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.stripTrailingZeros().toPlainString();
        }
        return value == null ? null : value.toString();
    }

    private static String boxed(String javaType) {
        return switch (javaType) {
            case "int" -> "Integer";
            case "long" -> "Long";
            case "short" -> "Short";
            default -> javaType;
        };
    }

    private static List<Item> items() {
        List<Item> items = new ArrayList<>();
        String[] names = {
            "",
            "tea",
            "t\u00e9a    ",
            "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00",
            "a  "
        };
        int[] stocks = {0, 3, -7, 70_001, Integer.MAX_VALUE};
        String[] prices = {"0", "0.005", "-19.99", "12345.67", "99999999.99"};
        for (int i = 0; i < names.length; i++) {
            Item item = RandomItem.item(new Random(i));
            item.name = names[i];
            item.note = i == 0 ? null : "x" + " ".repeat(i);
            item.stock = stocks[i];
            item.price = new BigDecimal(prices[i]);
            item.until = i == 1 ? null : LocalDate.of(2020, 2, 29);
            items.add(item);
        }
        return items;
    }

    private static String value(Class<?> answers, Item item) throws ReflectiveOperationException {
        Method method = answers.getDeclaredMethod("value", Item.class);
        method.setAccessible(true);
        try {
            Object value = method.invoke(null, item);
            return normal(value);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof ArithmeticException) {
                return "<failed>";
            }
            throw thrown;
        }
    }
}
