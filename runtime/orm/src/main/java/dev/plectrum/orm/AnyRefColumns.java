package dev.plectrum.orm;

import dev.plectrum.orm.query.Assignment;
import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.ColumnNode;
import dev.plectrum.orm.query.Condition;
import dev.plectrum.orm.query.Fields;
import dev.plectrum.orm.query.NumberColumn;
import dev.plectrum.orm.query.NumberExpression;
import dev.plectrum.orm.query.TextColumn;
import dev.plectrum.orm.query.TextExpression;
import dev.plectrum.orm.query.ValueNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a reference to a row of one of several models. Generated code has a subclass for each such field, in which each model can
 * be followed: {@code n.target.post().title}.
 *
 * @param <T> what all of the models are
 */
public class AnyRefColumns<T> {
    /** Which table the row is in that is referred to. */
    public final TextExpression kind;

    /** The key of the row that is referred to. */
    public final NumberExpression<Long> id;

    private final Fields<?> fields;
    private final AnyRelation relation;

    /** The columns of the row that these fields stand for. */
    protected AnyRefColumns(Fields<?> fields, AnyRelation relation) {
        this.fields = fields;
        this.relation = relation;
        this.kind = new TextColumn(fields, relation.kind());
        this.id = new NumberColumn<>(fields, relation.id());
    }

    /** Refers to this row. Throws if the row has no key yet. */
    public Condition eq(T row) {
        return eq(AnyRef.of(relation, row));
    }

    /** Refers to the row that this reference refers to. */
    public Condition eq(AnyRef<? extends T> reference) {
        return Condition.equal(kindNode(), reference.kind()).and(Condition.equal(idNode(), reference.id()));
    }

    /** Refers to one of these rows. Throws if one of them has no key yet. */
    public Condition in(Collection<? extends T> rows) {
        Map<String, List<Object>> keys = new LinkedHashMap<>();
        for (T row : rows) {
            AnyRef<T> reference = AnyRef.of(relation, row);
            keys.computeIfAbsent(reference.kind(), found -> new ArrayList<>()).add(reference.id());
        }
        Condition in = Condition.FALSE;
        for (Map.Entry<String, List<Object>> found : keys.entrySet()) {
            in = in.or(Condition.equal(kindNode(), found.getKey()).and(Condition.anyOf(idNode(), found.getValue())));
        }
        return in;
    }

    /** Refers to a row of this model. */
    public Condition isA(Class<? extends T> model) {
        return Condition.equal(kindNode(), relation.kindOf(model));
    }

    /** Refers to no row. */
    public Condition isNull() {
        return Condition.missing(kindNode());
    }

    /** Refers to a row. */
    public Condition isNotNull() {
        return Condition.present(kindNode());
    }

    /** Set to refer to this row, in an update. Throws if the row has no key yet. */
    public Assignment setTo(T row) {
        return setTo(AnyRef.of(relation, row));
    }

    /** Set to refer to the row that this reference refers to, in an update. */
    public Assignment setTo(AnyRef<? extends T> reference) {
        return Assignment.together(
                List.of(assignment(relation.kind(), reference.kind()), assignment(relation.id(), reference.id())));
    }

    /** Set to refer to no row, in an update. Throws for a reference that must refer to one. */
    public Assignment setNull() {
        if (!relation.kind().isNullable()) {
            throw new IllegalArgumentException(relation + ".setNull(): the reference is not @Nullable");
        }
        return Assignment.together(List.of(assignment(relation.kind(), null), assignment(relation.id(), null)));
    }

    private <V> Assignment assignment(ColumnDef<V> column, @Nullable V value) {
        fields.path().requireOwn(relation.toString());
        return new Assignment(
                column, new ValueNode.Bind(column.encode(value), column.type().bindCast()));
    }

    private ColumnNode kindNode() {
        return new ColumnNode(fields.path(), relation.kind());
    }

    private ColumnNode idNode() {
        return new ColumnNode(fields.path(), relation.id());
    }

    @Override
    public String toString() {
        return relation.toString();
    }
}
