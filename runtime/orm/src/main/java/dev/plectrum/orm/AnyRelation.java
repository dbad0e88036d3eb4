package dev.plectrum.orm;

import dev.plectrum.orm.error.UnknownKindException;
import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.Kind;
import dev.plectrum.orm.query.Relation;
import dev.plectrum.orm.query.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How rows of one table refer to rows of several: what generated code declares about a field of type {@link AnyRef}. Immutable. */
public final class AnyRelation {
    /** One of the models that are referred to. */
    private record Target(String kind, Class<?> model, Relation relation) {}

    private final String name;
    private final ColumnDef<String> kind;
    private final ColumnDef<Long> id;
    private final List<Target> targets;

    private AnyRelation(String name, ColumnDef<String> kind, ColumnDef<Long> id, List<Target> targets) {
        this.name = name;
        this.kind = kind;
        this.id = id;
        this.targets = List.copyOf(targets);
    }

    /** A reference that is stored in these columns, to no model yet. */
    public static AnyRelation of(String name, ColumnDef<String> kind, ColumnDef<Long> id) {
        return new AnyRelation(name, kind, id, List.of());
    }

    /**
     * The same, to one model more.
     *
     * @param value what the column says of rows that refer to it
     * @param key the other table's key, as SQL writes it
     */
    public AnyRelation to(String value, Class<?> model, Supplier<Table> table, String key) {
        Relation relation = Relation.toOne(name, table, id, key, true).onlyWhere(new Kind(kind, value));
        List<Target> more = new ArrayList<>(targets);
        more.add(new Target(value, model, relation));
        return new AnyRelation(name, kind, id, more);
    }

    /** The way to rows of the model of which the column says this. */
    public Relation along(String value) {
        for (Target target : targets) {
            if (target.kind.equals(value)) {
                return target.relation;
            }
        }
        throw new UnknownKindException("A row refers along " + name + " to a \"" + value
                + "\", which is none of the models that it may refer to. Another release may have written it");
    }

    /** The way back of this one, which leads to rows that refer by these columns and say this; null if it is none of ours. */
    @Nullable Relation forward(Relation back, Kind there) {
        if (!there.column().sqlName().equals(kind.sqlName())
                || !back.toColumns().equals(List.of(id.sqlName()))) {
            return null;
        }
        for (Target target : targets) {
            if (target.kind.equals(there.value())) {
                return target.relation;
            }
        }
        return null;
    }

    /** What the column says of rows that refer to this one. */
    String kindOf(Object row) {
        Target found = null;
        for (Target target : targets) {
            // Of a model that extends another one, the row is that as well: it is referred to as what it is itself.
            if (target.model.isInstance(row) && (found == null || found.model.isAssignableFrom(target.model))) {
                found = target;
            }
        }
        if (found == null) {
            throw new IllegalArgumentException(
                    name + " cannot refer to a " + row.getClass().getSimpleName() + ": that is none of its models");
        }
        return found.kind;
    }

    /** What the column says of rows that refer to one of this model. */
    String kindOf(Class<?> model) {
        for (Target target : targets) {
            if (target.model.equals(model)) {
                return target.kind;
            }
        }
        throw new IllegalArgumentException(
                name + " cannot refer to a " + model.getSimpleName() + ": that is none of its models");
    }

    Mapping<?, ?, ?> mapping(String value) {
        return (Mapping<?, ?, ?>) along(value).target();
    }

    ColumnDef<String> kind() {
        return kind;
    }

    ColumnDef<Long> id() {
        return id;
    }

    @Override
    public String toString() {
        return name;
    }
}
