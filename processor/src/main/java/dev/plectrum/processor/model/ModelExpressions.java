package dev.plectrum.processor.model;

import dev.plectrum.processor.expression.ColumnType;
import dev.plectrum.processor.expression.Compilation;
import dev.plectrum.processor.expression.Compiled;
import dev.plectrum.processor.expression.Purpose;
import dev.plectrum.processor.expression.Scope;
import dev.plectrum.processor.expression.ScopeField;
import dev.plectrum.processor.expression.SqlType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Understands expressions over the fields of one model. */
public final class ModelExpressions {
    private final String model;
    private final List<Field> rawFields;
    private final List<Field> fields;
    private @Nullable Scope scope;

    /** For the model of this name with these fields, whose own expressions are understood first. */
    public ModelExpressions(String model, List<Field> rawFields) {
        this.model = model;
        this.rawFields = rawFields;
        this.fields = rawFields.stream().map(this::understood).toList();
    }

    /** Made when it is first asked for: it reads the types of all columns, and most models have no expression. */
    private Scope scope() {
        Scope known = scope;
        if (known == null) {
            known = Scope.of(
                    model,
                    Field.columnsOf(rawFields).stream()
                            .map(ModelExpressions::scoped)
                            .toList());
            scope = known;
        }
        return known;
    }

    /** The fields, with their own expressions understood. */
    public List<Field> fields() {
        return fields;
    }

    /** Understands a text; what is wrong with it stands in the Def. */
    public ExpressionDef compile(String text, Purpose purpose, Place place) {
        Compilation compilation = Compilation.of(text, scope(), purpose);
        if (compilation instanceof Compilation.Rejected rejected) {
            return new ExpressionDef(text, "", rejected.problems(), place);
        }
        return new ExpressionDef(text, ((Compiled) compilation).sql(), List.of(), place);
    }

    /** The tree of a text without mistakes; empty if it has some. */
    public Optional<Compiled> compiled(String text, Purpose purpose) {
        return Compilation.of(text, scope(), purpose) instanceof Compiled compiled
                ? Optional.of(compiled)
                : Optional.empty();
    }

    private Field understood(Field field) {
        if (field instanceof EmbeddedField embedded) {
            return embedded.withParts(
                    embedded.parts().stream().map(this::understood).toList());
        }
        if (field instanceof ColumnField column && column.isGenerated()) {
            return understood(column, column.generation().orElseThrow());
        }
        return field;
    }

    private ColumnField understood(ColumnField column, ColumnField.Generation generation) {
        ColumnType type = columnType(column.type());
        String java = column.java().toSource();
        Purpose purpose = generation.stored()
                ? Purpose.stored(type, column.optional(), java)
                : Purpose.virtual(type, column.optional(), java);
        ExpressionDef raw = generation.expression();
        return column.generatedBy(
                new ColumnField.Generation(compile(raw.text(), purpose, raw.place()), generation.stored()));
    }

    private static ScopeField scoped(ColumnField column) {
        ScopeField scoped = ScopeField.of(
                column.name(),
                column.column(),
                columnType(column.type()),
                column.optional(),
                column.java().toSource());
        if (!column.options().collation().isEmpty()) {
            scoped = scoped.collated(column.options().collation());
        }
        if (column.isGenerated()) {
            ScopeField.Generation how =
                    column.isVirtual() ? ScopeField.Generation.VIRTUAL : ScopeField.Generation.STORED;
            scoped = scoped.generated(
                    how, column.generation().orElseThrow().expression().text());
        }
        return scoped;
    }

    private static ColumnType columnType(StoredType type) {
        ColumnType declared = ColumnType.parse(type.ddl()).orElseGet(() -> ColumnType.of(SqlType.other(type.ddl())));
        if (type instanceof StoredType.EnumType constants) {
            return declared.withType(
                    constants.ordinal()
                            ? SqlType.enumAsSmallint(constants.constants())
                            : SqlType.enumAsText(constants.constants()));
        }
        return declared;
    }
}
