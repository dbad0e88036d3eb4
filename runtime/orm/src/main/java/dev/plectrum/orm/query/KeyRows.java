package dev.plectrum.orm.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Keys of several columns as rows. A column of them travels as one array, so that the text does not depend on how many there are. */
record KeyRows(List<ColumnNode> columns, List<?> keys) implements Subselect {
    @Override
    public void write(SqlWriter out) {
        out.append("SELECT ");
        for (int i = 0; i < columns.size(); i++) {
            out.append(i > 0 ? ", u.c" : "u.c").appendNumber(i + 1);
            out.append(columns.get(i).def().type().bulkElementCast());
        }
        out.append("\nFROM unnest(");
        for (int i = 0; i < columns.size(); i++) {
            out.append(i > 0 ? ", " : "");
            out.bind(array(i), columns.get(i).def().type().bulkCast());
        }
        out.append(") AS u(");
        for (int i = 0; i < columns.size(); i++) {
            out.append(i > 0 ? ", c" : "c").appendNumber(i + 1);
        }
        out.append(')');
    }

    @SuppressWarnings("unchecked") // a key's parts are of their columns' types
    private Object array(int column) {
        List<Object> values = new ArrayList<>(keys.size());
        for (Object key : keys) {
            values.add(((List<Object>) key).get(column));
        }
        return ((ColumnDef<Object>) columns.get(column).def()).encodeArray(values);
    }

    @Override
    public void columns(Consumer<ColumnNode> sink) {}

    @Override
    public boolean isEmpty() {
        return false;
    }
}
