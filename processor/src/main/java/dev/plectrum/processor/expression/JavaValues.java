package dev.plectrum.processor.expression;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How PostgreSQL's values travel in Java, and what turns one into another without changing what it says. */
final class JavaValues {
    private static final String STRING = "java.lang.String";

    private static final Map<SqlType.Kind, String> CARRIERS = Map.ofEntries(
            Map.entry(SqlType.Kind.BOOLEAN, "java.lang.Boolean"),
            Map.entry(SqlType.Kind.SMALLINT, "java.lang.Integer"),
            Map.entry(SqlType.Kind.INTEGER, "java.lang.Integer"),
            Map.entry(SqlType.Kind.BIGINT, "java.lang.Long"),
            Map.entry(SqlType.Kind.NUMERIC, "java.math.BigDecimal"),
            Map.entry(SqlType.Kind.TEXT, STRING),
            Map.entry(SqlType.Kind.UUID, "java.util.UUID"),
            Map.entry(SqlType.Kind.DATE, "java.time.LocalDate"),
            Map.entry(SqlType.Kind.TIME, "java.time.LocalTime"),
            Map.entry(SqlType.Kind.TIMESTAMP, "java.time.LocalDateTime"),
            Map.entry(SqlType.Kind.TIMESTAMPTZ, "java.time.Instant"));

    private static final Set<String> PRIMITIVES = Set.of("boolean", "int", "long");

    private JavaValues() {}

    /** The class in which values of the type travel; null if they do not travel in Java. */
    static @Nullable String carrier(SqlType type) {
        if (type.kind() == SqlType.Kind.ENUM) {
            return type.isTextEnum() ? STRING : "java.lang.Integer";
        }
        return CARRIERS.get(type.kind());
    }

    /** Why values of the type do not travel. */
    static String unknown(SqlType type) {
        return type.isFloating()
                ? "floating point is rounded differently from one machine to the next"
                : "values of type " + type + " are PostgreSQL's to handle";
    }

    static boolean isExactNumber(SqlType type) {
        return type.isNumber() && !type.isFloating();
    }

    /** Writes the value of a field as its column will hold it. */
    static void read(ScopeField field, JavaWriter out) {
        String read = out.read(field);
        SqlType type = field.type().type();
        Integer precision = field.type().precision();
        String javaType = field.javaType();
        if (type.kind() == SqlType.Kind.ENUM) {
            // A converter may write an enum as anything, but then its type is not an enum here.
            out.open(type.isTextEnum() ? "name" : "ordinal").text(read + ")");
            return;
        }
        switch (type.kind() + " " + javaType) {
            case "BOOLEAN boolean",
                    "BOOLEAN java.lang.Boolean",
                    "INTEGER int",
                    "INTEGER java.lang.Integer",
                    "BIGINT long",
                    "BIGINT java.lang.Long",
                    "TEXT java.lang.String",
                    "UUID java.util.UUID",
                    "DATE java.time.LocalDate" -> out.text(read);
            case "SMALLINT short", "SMALLINT java.lang.Short" ->
                out.open("integer").text(read + ")");
            case "NUMERIC java.math.BigDecimal" -> {
                // PostgreSQL rounds to the column's scale before it computes anything.
                if (precision == null) {
                    out.text(read);
                } else {
                    Integer scale = field.type().scale();
                    out.open("rounded").text(read + ", " + (scale == null ? 0 : scale) + ")");
                }
            }
            case "NUMERIC java.math.BigInteger" -> {
                Integer scale = field.type().scale();
                if (scale != null && scale < 0) {
                    out.refuse(field.name() + " is rounded to tens by its column");
                }
                out.open("numeric").text(read + ")");
            }
            case "TIME java.time.LocalTime",
                    "TIMESTAMP java.time.LocalDateTime",
                    "TIMESTAMPTZ java.time.Instant",
                    "TIMESTAMPTZ java.time.OffsetDateTime",
                    "TIMESTAMPTZ java.time.ZonedDateTime" -> {
                if (precision != null) {
                    out.refuse(field.name() + " is rounded by its column");
                }
                out.open("micros").text(read + ")");
            }
            default ->
                out.refuse(
                        carrier(type) == null
                                ? unknown(type)
                                : field.name() + " is written to the database by a converter");
        }
    }

    /** Whether its Java is a primitive value. */
    private static boolean isPrimitive(Node node) {
        if (node instanceof Node.Field field) {
            return PRIMITIVES.contains(field.field().javaType());
        }
        if (node instanceof Node.Numeral
                || (node instanceof Node.Text && node.type().kind() == SqlType.Kind.ENUM)) {
            return node.type().isIntegral() || "java.lang.Integer".equals(carrier(node.type()));
        }
        // These write nothing around their operand where Java has nothing to change.
        boolean passesOn = node instanceof Node.Widened
                || (node instanceof Node.Cast cast && cast.operand().type().equals(cast.type()))
                || (node instanceof Node.Choice choice && choice.isItsOnlyArgument());
        if (passesOn) {
            Node operand = node.children().get(0);
            return Objects.equals(carrier(node.type()), carrier(operand.type())) && isPrimitive(operand);
        }
        return node instanceof Node.Bool || node instanceof Node.Is || node instanceof Node.IsDistinct;
    }

    /** Writes a condition as Java's own conditional wants it: NULL is not true. */
    static void condition(Node node, JavaWriter out) {
        if (isPrimitive(node)) {
            out.node(node);
        } else {
            out.call("isTrue", node);
        }
    }

    /** Writes a value boxed: a primitive beside a null in a conditional would unbox the null. */
    static void boxed(Node node, JavaWriter out) {
        if (isPrimitive(node)) {
            out.className(String.valueOf(carrier(node.type())))
                    .text(".valueOf(")
                    .node(node)
                    .text(")");
        } else {
            out.node(node);
        }
    }

    /** Writes a value where a wider type is wanted. */
    static void convert(Node operand, SqlType to, JavaWriter out) {
        SqlType from = operand.type();
        String carrier = carrier(to);
        if (carrier == null || carrier(from) == null) {
            out.refuse(unknown(carrier == null ? to : from));
        } else if (carrier.equals(carrier(from))) {
            out.node(operand);
        } else if (from.isNumber() && to.isNumber()) {
            out.call(to.name(), operand);
        } else {
            out.refuse(from + " becomes " + to + " by PostgreSQL's calendar");
        }
    }

    /** Writes a cast that the user wrote. */
    static void cast(Node operand, ColumnType target, JavaWriter out) {
        SqlType from = operand.type();
        SqlType to = target.type();
        Integer precision = target.precision();
        if (operand instanceof Node.Null) {
            out.refuse("a cast of NULL tells Java nothing");
        } else if (carrier(from) == null || carrier(to) == null) {
            out.refuse(unknown(carrier(from) == null ? from : to));
        } else if (isExactNumber(from) && isExactNumber(to)) {
            castNumber(operand, target, out);
        } else if (from.kind() == SqlType.Kind.BOOLEAN && to.kind() == SqlType.Kind.INTEGER) {
            out.call("integer", operand);
        } else if (to.kind() == SqlType.Kind.TEXT && from.kind() != SqlType.Kind.NUMERIC) {
            boolean same = STRING.equals(carrier(from));
            if (!same && !from.isIntegral() && !from.is(SqlType.Kind.BOOLEAN, SqlType.Kind.UUID)) {
                out.refuse(from + " is printed by PostgreSQL");
            }
            wrapped(
                    precision == null ? "" : "cut",
                    out,
                    () -> wrapped(same ? "" : "text", out, () -> out.node(operand)),
                    precision);
        } else if (from.equals(to) && precision == null) {
            out.node(operand);
        } else {
            out.refuse(from + " becomes " + to + " by PostgreSQL's rules");
        }
    }

    private static void castNumber(Node operand, ColumnType target, JavaWriter out) {
        SqlType from = operand.type();
        SqlType to = target.type();
        Integer precision = target.precision();
        Integer scale = target.scale();
        if (to.kind() == SqlType.Kind.NUMERIC) {
            Runnable value =
                    () -> wrapped(from.kind() == SqlType.Kind.NUMERIC ? "" : "numeric", out, () -> out.node(operand));
            if (precision == null) {
                value.run();
            } else {
                out.open("numeric");
                value.run();
                out.text(", " + precision + ", " + (scale == null ? 0 : scale) + ")");
            }
        } else if (to.kind() == SqlType.Kind.BIGINT) {
            wrapped(from.kind() == SqlType.Kind.BIGINT ? "" : "bigint", out, () -> out.node(operand));
        } else {
            narrow(
                    to,
                    out,
                    () -> wrapped(
                            from.is(SqlType.Kind.SMALLINT, SqlType.Kind.INTEGER) ? "" : "integer",
                            out,
                            () -> out.node(operand)));
        }
    }

    /** Smallints travel as Integer, so that what leaves their range must be looked for. */
    static void narrow(SqlType type, JavaWriter out, Runnable value) {
        wrapped(type.kind() == SqlType.Kind.SMALLINT ? "smallint" : "", out, value);
    }

    /** Writes a value into a call of this method; as it is if there is none. */
    static void wrapped(String method, JavaWriter out, Runnable value, @Nullable Integer... arguments) {
        if (method.isEmpty()) {
            value.run();
            return;
        }
        out.open(method);
        value.run();
        for (Integer argument : arguments) {
            out.text(", " + argument);
        }
        out.text(")");
    }

    /** Writes the value of a whole expression as the field it is for holds it. */
    static void result(Node node, Purpose.GeneratedColumn column, JavaWriter out) {
        SqlType type = column.type().type();
        Integer precision = column.type().precision();
        Integer scale = column.type().scale();
        if (carrier(type) == null) {
            out.refuse(unknown(type));
            return;
        }
        switch (type.kind() + " " + column.javaType()) {
            case "BOOLEAN boolean",
                    "BOOLEAN java.lang.Boolean",
                    "INTEGER int",
                    "INTEGER java.lang.Integer",
                    "BIGINT long",
                    "BIGINT java.lang.Long",
                    "UUID java.util.UUID",
                    "DATE java.time.LocalDate" -> boxed(node, out);
            case "SMALLINT short", "SMALLINT java.lang.Short" -> out.call("toShort", node);
            case "TEXT java.lang.String" ->
                wrapped(precision == null ? "" : "varchar", out, () -> out.node(node), precision);
            case "NUMERIC java.math.BigDecimal" ->
                wrapped(
                        precision == null ? "" : "numeric",
                        out,
                        () -> out.node(node),
                        precision,
                        scale == null ? 0 : scale);
            case "NUMERIC java.math.BigInteger" -> {
                out.open("toBigInteger");
                wrapped(
                        precision == null ? "" : "numeric",
                        out,
                        () -> out.node(node),
                        precision,
                        scale == null ? 0 : scale);
                out.text(")");
            }
            case "TIME java.time.LocalTime", "TIMESTAMP java.time.LocalDateTime", "TIMESTAMPTZ java.time.Instant" -> {
                if (precision != null) {
                    out.refuse("the column rounds it");
                }
                out.node(node);
            }
            default -> {
                if (type.kind() == SqlType.Kind.ENUM) {
                    out.open("constant")
                            .className(column.javaType())
                            .text(".class, ")
                            .node(node)
                            .text(")");
                } else {
                    out.refuse("the field's type " + column.javaType() + " is read from the database by a converter");
                }
            }
        }
    }

    /** Whether one of these is read from a column whose own collation may find different texts equal. */
    static boolean isCollated(List<Node> nodes) {
        return nodes.stream()
                .flatMap(Node::all)
                .anyMatch(node ->
                        node instanceof Node.Field field && field.field().collation() != null);
    }
}
