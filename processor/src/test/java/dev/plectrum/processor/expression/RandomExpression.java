package dev.plectrum.processor.expression;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Writes expressions over {@link Item}, most of them of matching types. It leaves out parentheses as it pleases: what the text then
 * means is for the parsers to say.
 */
final class RandomExpression {
    private static final List<SqlType> TYPES = List.of(
            SqlType.BOOLEAN,
            SqlType.BOOLEAN,
            SqlType.SMALLINT,
            SqlType.INTEGER,
            SqlType.INTEGER,
            SqlType.BIGINT,
            SqlType.NUMERIC,
            SqlType.NUMERIC,
            SqlType.TEXT,
            SqlType.DATE,
            SqlType.TIMESTAMP,
            SqlType.UUID);

    private final Random random;

    RandomExpression(Random random) {
        this.random = random;
    }

    /** An expression of some type. */
    String any() {
        return of(pick(TYPES), 1 + random.nextInt(4));
    }

    private String of(SqlType type, int depth) {
        if (depth <= 0) {
            return leaf(type);
        }
        return switch (random.nextInt(10)) {
            case 0 -> leaf(type);
            case 1 ->
                "CASE WHEN " + of(SqlType.BOOLEAN, depth - 1) + " THEN " + of(type, depth - 1)
                        + oneOf("", " ELSE NULL", " ELSE " + of(type, depth - 1)) + " END";
            case 2 -> oneOf("coalesce(", "COALESCE(") + of(type, depth - 1) + ", " + of(type, depth - 1) + ")";
            case 3 -> simpleCase(type, depth);
            case 4 ->
                oneOf("nullif", "greatest", "least") + "(" + of(type, depth - 1) + ", " + of(type, depth - 1) + ")";
            case 5 -> "nullif(" + of(type, depth - 1) + ", " + of(kindredOf(type), depth - 1) + ")";
            default -> made(type, depth);
        };
    }

    private String simpleCase(SqlType type, int depth) {
        SqlType compared = pick(TYPES);
        return "CASE " + of(compared, depth - 1) + " WHEN " + of(compared, depth - 2) + " THEN " + of(type, depth - 1)
                + " WHEN " + leaf(compared) + " THEN " + of(type, depth - 1) + " ELSE " + of(type, depth - 2) + " END";
    }

    private String made(SqlType type, int depth) {
        return switch (type.kind()) {
            case BOOLEAN -> condition(depth);
            case SMALLINT -> number(type, SqlType.SMALLINT, depth);
            case INTEGER -> integer(depth);
            case BIGINT -> number(type, oneOf(SqlType.BIGINT, SqlType.INTEGER, SqlType.SMALLINT), depth);
            case NUMERIC -> numeric(depth);
            case TEXT -> text(depth);
            case DATE -> date(depth);
            default -> leaf(type);
        };
    }

    private String condition(int depth) {
        SqlType compared = pick(TYPES);
        SqlType kindred = kindredOf(compared);
        return switch (random.nextInt(12)) {
            case 0, 1 ->
                infix(of(SqlType.BOOLEAN, depth - 1), oneOf("AND", "and", "OR"), of(SqlType.BOOLEAN, depth - 1));
            case 2 -> "NOT " + maybeGrouped(of(SqlType.BOOLEAN, depth - 1));
            case 3 -> maybeGrouped(of(compared, depth - 1)) + oneOf(" IS NULL", " IS NOT NULL", " ISNULL", " NOTNULL");
            case 4 ->
                maybeGrouped(of(SqlType.BOOLEAN, depth - 1)) + " IS " + oneOf("", "NOT ")
                        + oneOf("TRUE", "FALSE", "UNKNOWN");
            case 5 ->
                infix(of(compared, depth - 1), "IS " + oneOf("", "NOT ") + "DISTINCT FROM", of(kindred, depth - 1));
            case 6 ->
                maybeGrouped(of(compared, depth - 1)) + oneOf(" BETWEEN ", " NOT BETWEEN ")
                        + maybeGrouped(of(kindred, depth - 1)) + " AND " + maybeGrouped(of(compared, depth - 1));
            case 7 ->
                maybeGrouped(of(compared, depth - 1)) + oneOf(" IN (", " NOT IN (") + of(kindred, depth - 1) + ", "
                        + leaf(compared) + oneOf("", ", " + of(kindred, depth - 2)) + ")";
            case 8 ->
                oneOf(
                        () -> infix(
                                of(SqlType.TEXT, depth - 1), oneOf("LIKE", "NOT LIKE", "ILIKE"), leaf(SqlType.TEXT)),
                        () -> "starts_with(" + of(SqlType.TEXT, depth - 1) + ", " + leaf(SqlType.TEXT) + ")",
                        () -> "status " + oneOf("=", "<>") + " " + oneOf("'DRAFT'", "'GONE'"),
                        () -> "size IN ('SMALL', 'LARGE')",
                        () -> "size = " + oneOf("'SMALL'", "'LARGE'"));
            default ->
                infix(of(compared, depth - 1), oneOf("=", "<>", "!=", "<", "<=", ">", ">="), of(kindred, depth - 1));
        };
    }

    /** A type that can be compared with this one. */
    private SqlType kindredOf(SqlType type) {
        return type.isNumber() ? oneOf(SqlType.INTEGER, SqlType.BIGINT, SqlType.NUMERIC, type) : type;
    }

    private String number(SqlType type, SqlType other, int depth) {
        return switch (random.nextInt(8)) {
            case 0 -> "-" + maybeGrouped(of(type, depth - 1));
            case 1 -> "abs(" + of(type, depth - 1) + ")";
            case 2 -> "mod(" + of(type, depth - 1) + ", " + of(type, depth - 1) + ")";
            case 3 ->
                maybeGrouped(of(oneOf(SqlType.INTEGER, SqlType.BIGINT, SqlType.NUMERIC), depth - 1)) + "::" + type;
            default -> infix(of(type, depth - 1), oneOf("+", "-", "*", "/", "%"), of(other, depth - 1));
        };
    }

    private String integer(int depth) {
        return switch (random.nextInt(6)) {
            case 0 -> "length(" + of(SqlType.TEXT, depth - 1) + ")";
            case 1 -> infix(of(SqlType.DATE, depth - 1), "-", of(SqlType.DATE, depth - 1));
            case 2 -> "CAST(" + of(SqlType.BOOLEAN, depth - 1) + " AS integer)";
            default -> number(SqlType.INTEGER, oneOf(SqlType.INTEGER, SqlType.SMALLINT), depth);
        };
    }

    private String numeric(int depth) {
        return switch (random.nextInt(7)) {
            case 0 ->
                oneOf("round", "trunc") + "(" + of(SqlType.NUMERIC, depth - 1) + ", " + oneOf("0", "1", "2", "-1", "-3")
                        + ")";
            case 1 ->
                oneOf("round", "trunc", "ceil", "ceiling", "floor", "sign", "abs") + "("
                        + of(SqlType.NUMERIC, depth - 1) + ")";
            case 2 ->
                maybeGrouped(of(oneOf(SqlType.INTEGER, SqlType.BIGINT, SqlType.NUMERIC), depth - 1))
                        + oneOf("::numeric", "::numeric(8,3)", "::numeric(5)");
            case 3 -> infix(of(SqlType.NUMERIC, depth - 1), oneOf("/", "^", "%"), leaf(SqlType.NUMERIC));
            default -> number(SqlType.NUMERIC, oneOf(SqlType.NUMERIC, SqlType.INTEGER, SqlType.BIGINT), depth);
        };
    }

    private String text(int depth) {
        return switch (random.nextInt(8)) {
            case 0 ->
                oneOf("left", "right") + "(" + of(SqlType.TEXT, depth - 1) + ", "
                        + oneOf("0", "1", "-1", "3", "tiny", "2147483647", "-2147483648") + ")";
            case 1 ->
                oneOf("btrim", "ltrim", "rtrim", "reverse", "upper", "trim") + "(" + of(SqlType.TEXT, depth - 1) + ")";
            case 2 ->
                maybeGrouped(of(
                                oneOf(SqlType.INTEGER, SqlType.BIGINT, SqlType.BOOLEAN, SqlType.UUID, SqlType.TEXT),
                                depth - 1))
                        + oneOf("::text", "::varchar(3)");
            case 3 -> "substring(" + of(SqlType.TEXT, depth - 1) + oneOf(" FROM 2 FOR 3)", ", 2)");
            default -> infix(of(SqlType.TEXT, depth - 1), "||", of(SqlType.TEXT, depth - 1));
        };
    }

    private String date(int depth) {
        return oneOf(
                () -> infix(
                        of(SqlType.DATE, depth - 1),
                        oneOf("+", "-"),
                        of(oneOf(SqlType.INTEGER, SqlType.SMALLINT), depth - 1)),
                () -> infix(of(SqlType.INTEGER, depth - 1), "+", of(SqlType.DATE, depth - 1)),
                () -> maybeGrouped(of(SqlType.TIMESTAMP, depth - 1)) + "::date");
    }

    private String leaf(SqlType type) {
        return switch (type.kind()) {
            case BOOLEAN -> oneOf("active", "flag", "flag", "TRUE", "false");
            case SMALLINT -> oneOf("tiny", "small");
            case INTEGER -> oneOf("stock", "sold", "sold", "0", "1", "-1", "2", "100", "-2147483648", "2147483647");
            case BIGINT -> oneOf("views", "likes", "9223372036854775807", "-9223372036854775808", "3000000000");
            case NUMERIC -> oneOf("price", "weight", "0.5", "-2.50", "0.0", "1e3", ".125", "99999999999999999999");
            case TEXT -> oneOf("name", "note", "''", "'a'", "'it''s'", "' b '", "e'\\u00e9\\t\\'x'", "'\\\"'");
            case DATE -> oneOf("\"from\"", "until", "date '2020-02-29'", "'0001-01-01'::date");
            case TIMESTAMP -> oneOf("openedAt", "openedAt", "timestamp '2021-03-04 05:06:07.89'");
            default -> oneOf("code", "uuid '00000000-0000-0000-0000-000000000000'", "code");
        };
    }

    private String infix(String left, String operator, String right) {
        String space =
                random.nextInt(4) == 0 && !Character.isLetter(operator.charAt(0)) && !right.startsWith("-") ? "" : " ";
        return maybeGrouped(left) + space + operator + space + maybeGrouped(right);
    }

    private String maybeGrouped(String text) {
        return random.nextInt(3) == 0 ? text : "(" + text + ")";
    }

    @SafeVarargs
    private <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    @SafeVarargs
    private String oneOf(Supplier<String>... choices) {
        return choices[random.nextInt(choices.length)].get();
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
