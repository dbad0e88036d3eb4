package dev.plectrum.processor.expression;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** A row of the table on which random expressions are tried, with the fields as a model would have them. */
public class Item {
    /** Stored as text. */
    public enum Status {
        DRAFT,
        ACTIVE,
        GONE
    }

    /** Stored as its position. */
    public enum Size {
        SMALL,
        LARGE
    }

    static final Scope SCOPE = Scope.of(
            "Item",
            List.of(
                    field("active", "active", "boolean", false, "boolean"),
                    field("flag", "flag", "boolean", true, "java.lang.Boolean"),
                    field("tiny", "tiny", "smallint", false, "short"),
                    field("small", "small", "smallint", true, "java.lang.Short"),
                    field("stock", "stock", "integer", false, "int"),
                    field("sold", "sold", "integer", true, "java.lang.Integer"),
                    field("views", "views", "bigint", false, "long"),
                    field("likes", "likes", "bigint", true, "java.lang.Long"),
                    field("price", "price", "numeric(10,2)", false, "java.math.BigDecimal"),
                    field("weight", "weight", "numeric", true, "java.math.BigDecimal"),
                    field("name", "name", "varchar(40)", false, "java.lang.String"),
                    field("note", "note", "text", true, "java.lang.String"),
                    field("from", "from", "date", false, "java.time.LocalDate"),
                    field("until", "until", "date", true, "java.time.LocalDate"),
                    field("openedAt", "opened_at", "timestamp", true, "java.time.LocalDateTime"),
                    field("code", "code", "uuid", true, "java.util.UUID"),
                    ScopeField.of(
                            "status",
                            "status",
                            ColumnType.of(SqlType.enumAsText(List.of("DRAFT", "ACTIVE", "GONE"))),
                            true,
                            "dev.plectrum.processor.expression.Item.Status"),
                    ScopeField.of(
                            "size",
                            "size",
                            ColumnType.of(SqlType.enumAsSmallint(List.of("SMALL", "LARGE"))),
                            false,
                            "dev.plectrum.processor.expression.Item.Size")));

    static final String TABLE = """
            CREATE TABLE item (
              id integer PRIMARY KEY,
              active boolean NOT NULL,
              flag boolean,
              tiny smallint NOT NULL,
              small smallint,
              stock integer NOT NULL,
              sold integer,
              views bigint NOT NULL,
              likes bigint,
              price numeric(10,2) NOT NULL,
              weight numeric,
              name varchar(40) NOT NULL,
              note text,
              "from" date NOT NULL,
              until date,
              opened_at timestamp,
              code uuid,
              status text,
              size smallint NOT NULL
            )""";

    public boolean active;
    public Boolean flag;
    public short tiny;
    public Short small;
    public int stock;
    public Integer sold;
    public long views;
    public Long likes;
    public BigDecimal price;
    public BigDecimal weight;
    public String name;
    public String note;
    public LocalDate from;
    public LocalDate until;
    public LocalDateTime openedAt;
    public UUID code;
    public Status status;
    public Size size;

    private static ScopeField field(String name, String column, String type, boolean nullable, String javaType) {
        return ScopeField.of(name, column, ColumnType.parse(type).orElseThrow(), nullable, javaType);
    }

    /** The place of every value in an INSERT. */
    static final String MARKS = "?" + ", ?".repeat(new Item().values().length);

    void bind(PreparedStatement insert, int id) throws SQLException {
        insert.setInt(1, id);
        Object[] values = values();
        for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 2, values[i]);
        }
    }

    /** The values in the order of the table's columns, as the driver takes them. */
    Object[] values() {
        return new Object[] {
            active,
            flag,
            tiny,
            small,
            stock,
            sold,
            views,
            likes,
            price,
            weight,
            name,
            note,
            from,
            until,
            openedAt,
            code,
            status == null ? null : status.name(),
            (short) (size == Size.SMALL ? 0 : 1)
        };
    }

    @Override
    public String toString() {
        return Arrays.toString(values());
    }
}
