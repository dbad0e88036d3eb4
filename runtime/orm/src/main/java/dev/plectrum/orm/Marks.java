package dev.plectrum.orm;

import dev.plectrum.orm.query.Assignment;
import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.ColumnNode;
import dev.plectrum.orm.query.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns that every change of a row sets by itself, also those of the tables above its own.
 *
 * @param versions those that count changes
 * @param times those that are set to the present
 */
record Marks(List<ColumnDef<?>> versions, List<ColumnDef<?>> times) {
    static Marks of(Mapping<?, ?, ?> mapping) {
        List<ColumnDef<?>> versions = new ArrayList<>(mapping.versions());
        List<ColumnDef<?>> times = new ArrayList<>(mapping.times());
        Mapping<?, ?, ?> parent = mapping.parent();
        if (parent != null) {
            Marks above = parent.marks();
            for (ColumnDef<?> column : mapping.columns()) {
                if (column.isInherited() && has(above.versions, column)) {
                    versions.add(column);
                } else if (column.isInherited() && has(above.times, column)) {
                    times.add(column);
                }
            }
        }
        return new Marks(List.copyOf(versions), List.copyOf(times));
    }

    private static boolean has(List<ColumnDef<?>> columns, ColumnDef<?> column) {
        return columns.stream().anyMatch(each -> each.field().equals(column.field()));
    }

    boolean isEmpty() {
        return versions.isEmpty() && times.isEmpty();
    }

    /** These and what goes with every change; what somebody sets himself stays as he says. */
    List<Assignment> with(List<Assignment> assignments, Mapping<?, ?, ?> mapping, int level, Clock clock) {
        List<Assignment> all = new ArrayList<>(assignments);
        Path row = new Path.Root(mapping, level);
        for (ColumnDef<?> column : versions) {
            if (!sets(assignments, column)) {
                all.add(Assignment.next(new ColumnNode(row, column)));
            }
        }
        Present present = new Present(clock);
        for (ColumnDef<?> column : times) {
            if (!sets(assignments, column)) {
                all.add(Assignment.to(column, present.as(column)));
            }
        }
        return all;
    }

    private static boolean sets(List<Assignment> assignments, ColumnDef<?> column) {
        return assignments.stream().anyMatch(assignment -> assignment.column() == column);
    }
}
