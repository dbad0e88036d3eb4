package dev.plectrum.orm;

import dev.plectrum.orm.query.Assignment;
import dev.plectrum.orm.query.Column;
import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.Condition;
import dev.plectrum.orm.query.Fields;
import dev.plectrum.orm.query.Node;
import dev.plectrum.orm.query.Order;
import dev.plectrum.orm.query.Orderable;
import dev.plectrum.orm.query.Relation;
import dev.plectrum.orm.query.ValueColumn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The column of a reference to one row. To ask for anything but the reference itself, follow it: {@code p.category().name}.
 *
 * @param <M> the other model
 * @param <K> the key's Java type
 */
public final class RefColumn<M, K> implements Column<K>, Orderable {
    private final ValueColumn<K> key;
    private final Relation relation;

    /** The column of the row that these fields stand for. */
    public RefColumn(Fields<?> fields, ColumnDef<K> def, Relation relation) {
        this.key = new ValueColumn<>(fields, def);
        this.relation = relation;
    }

    /** Points to this row. Throws if the row has no key yet. */
    public Condition eq(M row) {
        return key.eq(keyOf(row));
    }

    /** Points to the row that this reference points to. */
    public Condition eq(Reference<M> reference) {
        return key.eq(keyOf(reference));
    }

    /** Does not point to this row: to another, or to none. */
    public Condition ne(M row) {
        return key.ne(keyOf(row));
    }

    /** Does not point to the row that this reference points to: to another, or to none. */
    public Condition ne(Reference<M> reference) {
        return key.ne(keyOf(reference));
    }

    /** Points to one of these rows. Throws if one of them has no key yet. */
    public Condition in(Collection<M> rows) {
        List<K> keys = new ArrayList<>(rows.size());
        for (M row : rows) {
            keys.add(keyOf(row));
        }
        return key.in(keys);
    }

    /** Points to no row. */
    public Condition isNull() {
        return key.isNull();
    }

    /** Points to a row. */
    public Condition isNotNull() {
        return key.isNotNull();
    }

    /** The key that is stored. */
    public ValueColumn<K> key() {
        return key;
    }

    /** Set to point to this row, in an update. Throws if the row has no key yet. */
    public Assignment setTo(M row) {
        return key.set(keyOf(row));
    }

    /** Set to point to the row that this reference points to, in an update. */
    public Assignment setTo(Reference<M> reference) {
        return key.set(keyOf(reference));
    }

    @SuppressWarnings(
            "unchecked") // the relation's target is the mapping of the model it leads to, whose field has the column's
    // type
    private K keyOf(M row) {
        Mapping<M, ?, ?> mapping = (Mapping<M, ?, ?>) relation.target();
        Object value = mapping.value(row, relation.to(0).index());
        if (value == null) {
            throw new IllegalArgumentException("This " + mapping.modelName() + " has no "
                    + relation.to(0).field() + " yet, so nothing can point to it. Save it first");
        }
        return (K) value;
    }

    @SuppressWarnings("unchecked") // a reference to the model holds a key of the column's type
    private K keyOf(Reference<M> reference) {
        // What is loaded knows any of its fields. The other side of a one-to-one holds no key of the row it leads to.
        return reference.isLoaded() ? keyOf(reference.get()) : (K) reference.targetKey();
    }

    @Override
    public Node node() {
        return key.node();
    }

    @Override
    public Order order() {
        return key.order();
    }

    @Override
    public String toString() {
        return key.toString();
    }
}
