package dev.plectrum.orm;

import dev.plectrum.orm.exec.Session;
import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.FetchMode;
import dev.plectrum.orm.query.Kind;
import dev.plectrum.orm.sql.Sql;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates single rows. */
final class Inserts {
    private Inserts() {}

    /** A row from an object. */
    static <M> Future<M> one(Session session, Mapping<M, ?, ?> mapping, M model) {
        return one(session, mapping, model, mapping.leftOut(model));
    }

    /** A row from an object, leaving these columns to the database. */
    static <M> Future<M> one(Session session, Mapping<M, ?, ?> mapping, M model, long leftOut) {
        return mapping.parent() == null
                ? insert(session, mapping, model, leftOut)
                : session.atomic(tx ->
                        Inheritance.begin(tx, mapping, model).compose(begun -> insert(tx, mapping, model, leftOut)));
    }

    /** The part of a row that stands in the mapping's own table. */
    static <M> Future<M> insert(Session session, Mapping<M, ?, ?> mapping, M model, long leftOut) {
        List<ColumnDef<?>> columns = mapping.inserted(leftOut);
        @Nullable Object[] binds = new Object[columns.size()];
        Present present = mapping.present(session);
        for (int i = 0; i < binds.length; i++) {
            binds[i] = mapping.insertBind(model, columns.get(i), present);
        }
        Sql sql = Sql.write(mapping.insertSql(leftOut), binds);
        if (mapping.returned().isEmpty()) {
            return session.query(
                    sql, RowCollectors.constant(mapping.attached(model, new Batch(session, FetchMode.BATCH))));
        }
        return session.query(sql, new OneRow.Only<M>() {
            @Override
            M decode(Row row) {
                return mapping.refreshed(model, row, new Batch(session, FetchMode.BATCH));
            }

            @Override
            String asked() {
                return mapping.modelName();
            }
        });
    }

    /** A row from an object, whose {@code owner} columns have this key whatever the object says. All of it is read back. */
    static <M> Future<M> owned(
            Session session, Mapping<M, ?, ?> all, M model, KeyColumns owning, Object key, @Nullable Kind among) {
        Mapping<M, ?, ?> mapping = all.of(model);
        KeyColumns owner = new KeyColumns(mapping.own(owning.columns()));
        List<ColumnDef<?>> columns = new ArrayList<>(mapping.inserted(mapping.leftOut(model)));
        owner.columns().stream().filter(column -> !columns.contains(column)).forEach(columns::add);
        ColumnDef<?> kind =
                among == null ? null : mapping.own(List.of(among.column())).get(0);
        @Nullable Object[] binds = new Object[columns.size()];
        Present present = mapping.present(session);
        for (int i = 0; i < binds.length; i++) {
            ColumnDef<?> column = columns.get(i);
            int part = owner.columns().indexOf(column);
            if (among != null && column.equals(kind)) {
                binds[i] = KeyColumns.encode(column, among.value());
                continue;
            }
            binds[i] = part < 0
                    ? mapping.insertBind(model, column, present)
                    : KeyColumns.encode(column, owner.values(key).get(part));
        }
        Batch batch = new Batch(session, FetchMode.BATCH);
        String sql = InsertSql.values(mapping, columns) + "\nRETURNING " + mapping.selectList(mapping.sqlName());
        return session.query(
                Sql.write(sql, binds),
                RowCollectors.one(row -> batch.made(mapping.read(model, row, 0, batch)), mapping::modelName));
    }
}
