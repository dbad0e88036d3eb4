package dev.plectrum.processor.expression;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** An expression without mistakes: one tree, from which come its SQL and, where both can only agree, its Java. */
public final class Compiled implements Compilation {
    private final Node root;
    private final Purpose purpose;

    Compiled(Node root, Purpose purpose) {
        this.root = root;
        this.purpose = purpose;
    }

    /** What comes out; for a generated field, the type of its column. */
    public SqlType type() {
        return root.type();
    }

    /** Whether NULL can come out. */
    public boolean nullable() {
        return root.nullable();
    }

    /** Whether computing it can fail, as a division by zero does. */
    public boolean canFail() {
        return root.canFail();
    }

    /** The expression over columns, for DDL. Where the grammar wants parentheses around it, the caller writes them. */
    public String sql() {
        return SqlWriter.sql(root);
    }

    /** The fields it reads, each once, in the order in which it names them. */
    public List<ScopeField> fields() {
        return root.all()
                .filter(Node.Field.class::isInstance)
                .map(node -> ((Node.Field) node).field())
                .distinct()
                .toList();
    }

    /**
     * A Java expression with PostgreSQL's answer, boxed, null for NULL, of the generated field's type or a {@code Boolean}. Where
     * PostgreSQL would fail (overflow, division by zero) it throws {@code ArithmeticException}. Empty if the two could disagree:
     * {@link #whyNotInJava} tells.
     *
     * <p>It expects values that their columns can hold, and reads some of them more than once, some inside a lambda.
     *
     * @param accessor the Java that reads a field, of its declared type: a name, a field access or a call; any name it begins with
     *     must be effectively final
     */
    public Optional<JavaCode> java(Function<ScopeField, String> accessor) {
        JavaWriter writer = written(accessor);
        return writer.refusal() == null ? Optional.of(writer.code()) : Optional.empty();
    }

    /** Why Java does not evaluate it, as a sentence without its beginning; empty if it does. */
    public Optional<String> whyNotInJava() {
        return Optional.ofNullable(written(ScopeField::name).refusal());
    }

    private JavaWriter written(Function<ScopeField, String> accessor) {
        JavaWriter writer = new JavaWriter(accessor);
        if (PlanConstants.mayChangeFailure(root)) {
            writer.refuse("PostgreSQL computes its constants beforehand, which decides what can fail");
        }
        if (purpose instanceof Purpose.GeneratedColumn column) {
            JavaValues.result(root, column, writer);
        } else {
            JavaValues.boxed(root, writer);
        }
        return writer;
    }

    /** The SQL. */
    @Override
    public String toString() {
        return sql();
    }
}
