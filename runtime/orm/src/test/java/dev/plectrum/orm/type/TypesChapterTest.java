package dev.plectrum.orm.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plectrum.orm.type.TestServer.Session;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The table of {@code docs/types.md}, from which a reader learns how a type is cast, against the types themselves. */
@ExtendWith(TestServer.class)
class TypesChapterTest {
    /** The types that take parameters, as the chapter shows them. */
    private static final Map<String, DbType<?>> WITH_PARAMETERS = Map.of(
            "numeric(10, 2)", Types.numeric(10, 2),
            "bigInteger(20)", Types.bigInteger(20),
            "varchar(200)", Types.varchar(200),
            "enumByName(...)", Types.enumByName(Thread.State.values()),
            "enumByOrdinal(...)", Types.enumByOrdinal(Thread.State.values()),
            "json(...)", Types.json(value -> value, json -> json),
            "list(INT8)", Types.list(Types.INT8),
            "list(NUMERIC)", Types.list(Types.NUMERIC),
            "array(TEXT)", Types.array(Types.TEXT, String[]::new));

    @Test
    void showsTheCastsOfEveryType() throws Exception {
        for (Map.Entry<String, List<String>> row : rows().entrySet()) {
            DbType<?> type = type(row.getKey());
            assertThat(row.getValue().subList(3, 7))
                    .as(row.getKey())
                    .containsExactly(
                            "`" + type.select("c") + "`",
                            "`" + type.bind("$1") + "`",
                            type.name().endsWith("[]") ? "–" : "`" + type.bindArray("$1") + "`",
                            "`" + type.bulk("$1") + "`, `" + type.bulkElement("c") + "`");
        }
    }

    @Test
    void showsEveryConstant() throws Exception {
        assertThat(Arrays.stream(Types.class.getFields()).map(Field::getName)).isSubsetOf(rows().keySet());
    }

    @Test
    void namesColumnsThatPostgresKnowsByTheTypesName(Session session) throws Exception {
        session.execute("CREATE EXTENSION IF NOT EXISTS citext");
        for (Map.Entry<String, List<String>> row : rows().entrySet()) {
            String column = row.getValue().get(2).replace("`", "");
            // A char is stored in a varchar(1), and compared as text.
            String name =
                    row.getKey().equals("CHAR") ? "varchar" : type(row.getKey()).name();
            assertThat(session.rows(
                            found -> found.getBoolean(0),
                            "SELECT pg_typeof(NULL::" + column + ") = pg_typeof(NULL::" + name + ")"))
                    .as(row.getKey())
                    .containsExactly(true);
        }
    }

    @Test
    void aCheckKeepsArraysOfSeveralDimensionsOut(Session session) {
        session.execute("CREATE TEMPORARY TABLE tagged (tags text[] CHECK (array_ndims(tags) = 1))");
        session.execute("INSERT INTO tagged VALUES ('{a,b}'), ('{}'), (NULL)");
        assertThatThrownBy(() -> session.execute("INSERT INTO tagged VALUES ('{{a},{b}}')"))
                .hasMessageContaining("violates check constraint");
    }

    private static DbType<?> type(String name) throws ReflectiveOperationException {
        DbType<?> type = WITH_PARAMETERS.get(name);
        return type != null ? type : (DbType<?>) Types.class.getField(name).get(null);
    }

    /** The cells of the first table by the name of the type. */
    private static Map<String, List<String>> rows() throws IOException {
        return Files.readString(root().resolve("docs/types.md"))
                .lines()
                .filter(line -> line.startsWith("| ") && line.split("\\|").length == 8 && !line.startsWith("| Field"))
                .map(line -> Arrays.stream(line.substring(2, line.length() - 1).split("\\|"))
                        .map(String::strip)
                        .toList())
                .collect(Collectors.toMap(
                        cells -> cells.get(1).replace("`", ""), cells -> cells, (a, b) -> b, LinkedHashMap::new));
    }

    private static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("docs/types.md"))) {
            directory = directory.getParent();
        }
        return directory;
    }
}
