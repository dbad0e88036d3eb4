package dev.plectrum.orm;

import dev.plectrum.orm.query.ColumnDef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of a result, kept while the rows that point to them are loaded with them, so that those know them without asking. */
final class Owners<M> {
    private final Mapping<M, ?, ?> mapping;
    private final List<M> rows = new ArrayList<>();

    Owners(Mapping<M, ?, ?> mapping) {
        this.mapping = mapping;
    }

    M add(M row) {
        rows.add(row);
        return row;
    }

    /** The rows by what they have in these columns, which the others point to. */
    Map<Object, Object> by(List<ColumnDef<?>> columns) {
        Map<Object, Object> found = new HashMap<>(rows.size() * 2);
        for (M row : rows) {
            List<Object> key = new ArrayList<>(columns.size());
            for (ColumnDef<?> column : columns) {
                Object part = mapping.value(row, column.index());
                if (part != null) {
                    key.add(part);
                }
            }
            if (key.size() == columns.size()) {
                found.put(key.size() == 1 ? key.get(0) : key, row);
            }
        }
        return found;
    }
}
