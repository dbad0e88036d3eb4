package dev.plectrum.orm;

import dev.plectrum.orm.exec.Session;
import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.JoinTable;
import dev.plectrum.orm.sql.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What rows of a model that pairs others have besides, when pairs are added: the same for all of them. */
final class Through<T, D extends Draft<T>> {
    /** A row that is paired with the owner; of a symmetrical relation the owner is, once more, on the other side. */
    private record Pair(Object near, Object far) {}

    private final Mapping<T, ?, D> mapping;
    private final UnaryOperator<D> values;

    Through(Mapping<T, ?, D> mapping, UnaryOperator<D> values) {
        this.mapping = mapping;
        this.values = values;
    }

    Mapping<T, ?, D> mapping() {
        return mapping;
    }

    /** Pairs rows with the owner, but those that are paired already. */
    Sql pair(Session session, JoinTable table, Object owner, Collection<?> keys) {
        D draft = values.apply(mapping.draft());
        T model = draft.finish();
        List<ColumnDef<?>> sides = mapping.own(List.of(table.near(), table.far()));
        List<ColumnDef<?>> columns = new ArrayList<>(mapping.inserted(mapping.leftOut(model, draft)));
        sides.stream().filter(side -> !columns.contains(side)).forEach(columns::add);
        List<Pair> pairs = new ArrayList<>();
        for (Object key : keys) {
            pairs.add(new Pair(owner, key));
            if (table.isSymmetrical() && !owner.equals(key)) {
                pairs.add(new Pair(key, owner));
            }
        }
        Present present = mapping.present(session);
        @Nullable Object[] binds = new Object[columns.size()];
        for (int i = 0; i < binds.length; i++) {
            ColumnDef<?> column = columns.get(i);
            binds[i] = array(column, pairs, model, sides, present);
        }
        return Sql.write(InsertSql.many(mapping, columns, OnConflict.IGNORE), binds);
    }

    @SuppressWarnings("unchecked") // a key's parts, and what the mapping has for a column, are of the column's type
    private Object array(ColumnDef<?> column, List<Pair> pairs, T model, List<ColumnDef<?>> sides, Present present) {
        int side = sides.indexOf(column);
        return ((ColumnDef<Object>) column)
                .encodeArray(
                        pairs,
                        pair -> side == 0
                                ? pair.near
                                : side == 1 ? pair.far : mapping.insertValue(model, column, present));
    }
}
