package dev.plectrum.orm;

import dev.plectrum.annotations.OnDelete;
import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.JoinTable;
import dev.plectrum.orm.query.Relation;
import dev.plectrum.orm.query.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who points to whom, among all models on the class path. */
final class References {
    /** A reference and the model that has it. */
    record Incoming(Mapping<?, ?, ?> from, ForeignKeyDef reference) {}

    /**
     * A table of pairs, seen from one of its two sides.
     *
     * @param side its column that points to the rows of that side
     * @param known their columns that it holds
     */
    record Paired(JoinTable table, ColumnDef<?> side, KeyColumns known) {}

    private static final References KNOWN = new References();

    private final IdentityHashMap<Table, List<Incoming>> incoming = new IdentityHashMap<>();
    private final IdentityHashMap<Table, List<Paired>> joined = new IdentityHashMap<>();
    private final Map<String, Mapping<?, ?, ?>> tables = new HashMap<>();

    private References() {
        for (ModelRegistry registry : GeneratedCode.registries(References.class.getClassLoader())) {
            for (Mapping<?, ?, ?> mapping : registry.mappings()) {
                if (mapping.proxied() != mapping) {
                    // Its references are those of the model whose rows these are.
                    continue;
                }
                tables.put(mapping.sqlName(), mapping);
                for (ForeignKeyDef reference : mapping.foreignKeys()) {
                    incoming.computeIfAbsent(owner(reference.relation().target()), table -> new ArrayList<>())
                            .add(new Incoming(mapping, reference));
                }
                for (Relation dependent : mapping.dependents()) {
                    incoming.computeIfAbsent(mapping, table -> new ArrayList<>())
                            .add(new Incoming((Mapping<?, ?, ?>) dependent.target(), back(mapping, dependent)));
                }
                for (JoinTable table : mapping.joinTables()) {
                    KeyColumns near = new KeyColumns(table.toNear().fromColumns());
                    KeyColumns far = new KeyColumns(table.toFar().targets());
                    joined.computeIfAbsent(mapping, side -> new ArrayList<>())
                            .add(new Paired(table, table.near(), near));
                    joined.computeIfAbsent(owner(table.toFar().target()), side -> new ArrayList<>())
                            .add(new Paired(table, table.far(), far));
                }
            }
        }
    }

    /** The reference of rows that the model knows to depend on its own. */
    private static ForeignKeyDef back(Mapping<?, ?, ?> mapping, Relation dependent) {
        Relation back = Relation.toOne(
                dependent.name(),
                () -> mapping,
                dependent.to(0),
                dependent.fromColumns().get(0).sqlName(),
                true);
        return new ForeignKeyDef(back.onlyWhere(Objects.requireNonNull(dependent.there())), OnDelete.CASCADE);
    }

    private static Table owner(Table table) {
        return table instanceof Mapping<?, ?, ?> mapping ? mapping.proxied() : table;
    }

    /** The references to rows of this table. */
    static List<Incoming> to(Table table) {
        return KNOWN.incoming.getOrDefault(owner(table), List.of());
    }

    /** The tables that pair rows of this one, on either side: a model may be paired with itself. */
    static List<Paired> joining(Table table) {
        return KNOWN.joined.getOrDefault(owner(table), List.of());
    }

    /** The model of the user's whose rows are these pairs; null of a table of the relation's own. */
    static @Nullable Mapping<?, ?, ?> pairing(JoinTable table) {
        return KNOWN.tables.get(table.sqlName());
    }

    /** Whether nothing has to be done about other rows when a row of this table is deleted. */
    static boolean isLeaf(Table table) {
        return !(table instanceof Mapping<?, ?, ?> mapping && mapping.parent() != null)
                && joining(table).isEmpty()
                && to(table).stream().allMatch(incoming -> switch (incoming.reference.onDelete()) {
                    case DO_NOTHING, DB_CASCADE, DB_SET_NULL, DB_SET_DEFAULT -> true;
                    case CASCADE, PROTECT, RESTRICT, SET_NULL, SET_DEFAULT, SET_VALUE -> false;
                });
    }

    /** Whether a row of this table can forbid the deletion of another that does not delete it too. */
    static boolean restricts(Mapping<?, ?, ?> mapping) {
        return mapping.foreignKeys().stream().anyMatch(reference -> reference.onDelete() == OnDelete.RESTRICT);
    }
}
