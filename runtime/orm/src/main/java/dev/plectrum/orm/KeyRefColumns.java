package dev.plectrum.orm;

import dev.plectrum.orm.query.Assignment;
import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.ColumnNode;
import dev.plectrum.orm.query.Condition;
import dev.plectrum.orm.query.Fields;
import dev.plectrum.orm.query.Relation;
import dev.plectrum.orm.query.ValueNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a reference to one row with a key of several. To ask for anything but the reference itself, follow it.
 *
 * @param <M> the other model
 * @param <K> the record of the key's parts
 */
public final class KeyRefColumns<M, K> {
    private final Fields<?> fields;
    private final Relation relation;

    /** The columns of the row that these fields stand for. */
    public KeyRefColumns(Fields<?> fields, Relation relation) {
        this.fields = fields;
        this.relation = relation;
    }

    /** Points to this row. Throws if the row has no key yet. */
    public Condition eq(M row) {
        return is(keyOf(row));
    }

    /** Points to the row that this reference points to. */
    public Condition eq(KeyRef<M, K> reference) {
        return is(relation.comparable(reference.keyValue()));
    }

    /** Points to the row with this key. */
    public Condition eqKey(K key) {
        return is(relation.comparable(key));
    }

    /** Does not point to this row: to another, or to none. */
    public Condition ne(M row) {
        return eq(row).not();
    }

    /** Points to one of these rows. Throws if one of them has no key yet. */
    public Condition in(Collection<M> rows) {
        return rows.isEmpty()
                ? Condition.FALSE
                : Condition.anyKey(columns(), rows.stream().map(this::keyOf).toList());
    }

    /** Points to no row. */
    public Condition isNull() {
        return Condition.missing(columns().get(0));
    }

    /** Points to a row. */
    public Condition isNotNull() {
        return isNull().not();
    }

    /** Set to point to this row, in an update. Throws if the row has no key yet. */
    public Assignment setTo(M row) {
        return set(keyOf(row));
    }

    /** Set to point to the row that this reference points to, in an update. */
    public Assignment setTo(KeyRef<M, K> reference) {
        return set(relation.comparable(reference.keyValue()));
    }

    /** Set to point to no row, in an update. Throws for a reference that must point to one. */
    public Assignment setNull() {
        if (!relation.optional()) {
            throw new IllegalArgumentException(relation.name() + ".setNull(): the reference is not @Nullable");
        }
        return set(null);
    }

    private Assignment set(@Nullable Object key) {
        fields.path().requireOwn(relation.name());
        List<Assignment> all = new ArrayList<>();
        for (int i = 0; i < relation.fromColumns().size(); i++) {
            ColumnDef<?> column = relation.fromColumns().get(i);
            Object part = key == null ? null : KeyColumns.encode(column, ((List<?>) key).get(i));
            all.add(new Assignment(
                    column, new ValueNode.Bind(part, column.type().bindCast())));
        }
        return Assignment.together(all);
    }

    private Condition is(Object key) {
        Condition is = Condition.TRUE;
        List<ColumnNode> columns = columns();
        for (int i = 0; i < columns.size(); i++) {
            is = is.and(Condition.equal(columns.get(i), ((List<?>) key).get(i)));
        }
        return is;
    }

    private List<ColumnNode> columns() {
        return relation.fromColumns().stream()
                .map(column -> new ColumnNode(fields.path(), column))
                .toList();
    }

    @SuppressWarnings("unchecked") // the relation's target is the mapping of the model it leads to
    private Object keyOf(M row) {
        return ((Mapping<M, ?, ?>) relation.target()).wholeKeyOf(row);
    }

    @Override
    public String toString() {
        return relation.name();
    }
}
