package dev.plectrum.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import dev.plectrum.processor.expression.Identifier;
import dev.plectrum.processor.model.ColumnField;
import dev.plectrum.processor.model.ColumnField.Role;
import dev.plectrum.processor.model.ModelDef;
import dev.plectrum.processor.model.TableFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes the method that describes a model's table. */
final class TableCode {
    private static final ClassName DEFERRAL = ClassName.get("dev.plectrum.orm.schema", "Deferral");

    private final ModelDef model;
    private final TableFacts facts;
    private final CodeBlock.Builder code = CodeBlock.builder();

    private TableCode(ModelDef model) {
        this.model = model;
        this.facts = new TableFacts(model);
    }

    // return TableDef.of("product")
    //         .column("id", "bigint").identity()
    //         .column("name", "varchar(200)")
    //         .primaryKey("product_pkey", "id")
    //         .build();
    static MethodSpec method(ModelDef model) {
        return MethodSpec.methodBuilder("table")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(RuntimeTypes.TABLE_DEF)
                .addCode(model.kind().map(TableCode::tableOf).orElseGet(() -> new TableCode(model).write()))
                .build();
    }

    // return PaymentMapping.INSTANCE.table();
    private static CodeBlock tableOf(ModelDef.OneOf kind) {
        return CodeBlock.builder()
                .addStatement(
                        "return $T.INSTANCE.table()",
                        Poet.generated(kind.base(), kind.base().mapping()))
                .build();
    }

    private CodeBlock write() {
        code.add("return $T.of(", RuntimeTypes.TABLE_DEF);
        if (!model.schema().isEmpty()) {
            code.add("$S, ", model.schema());
        }
        code.add("$S)$>$>", model.table());
        if (!model.comment().isEmpty()) {
            code.add("\n.comment($S)", model.comment());
        }
        facts.extensions().forEach(extension -> code.add("\n.extension($S)", extension));
        model.ownColumns().forEach(this::column);
        code.add(
                "\n.primaryKey($S$L)",
                facts.primaryKey(),
                strings(model.key().stream().map(ColumnField::column).toList()));
        facts.uniques().forEach(this::unique);
        facts.foreignKeys().forEach(this::foreignKey);
        facts.checks().forEach(check -> code.add("\n.check($S, $S)", check.name(), check.sql()));
        facts.exclusions().forEach(this::exclusion);
        facts.indexes().forEach(this::index);
        return code.add("\n.build();$<$<\n").build();
    }

    private void column(ColumnField column) {
        code.add("\n.column($S, $S)", column.column(), column.type().ddl());
        if (column.optional()) {
            code.add(".nullable()");
        }
        if (column.role() == Role.IDENTITY) {
            code.add(".identity()");
        }
        if (column.isDefaulted()) {
            code.add(".defaultTo($S)", column.options().dbDefault());
        }
        column.generation()
                .ifPresent(generation -> code.add(
                        generation.stored() ? ".stored($S)" : ".virtual($S)",
                        generation.expression().sql()));
        if (!column.options().collation().isEmpty()) {
            code.add(".collate($S)", column.options().collation());
        }
        if (!column.options().comment().isEmpty()) {
            code.add(".columnComment($S)", column.options().comment());
        }
    }

    private void unique(TableFacts.Unique unique) {
        code.add("\n.unique($S", unique.name());
        if (!unique.nullsDistinct() || !unique.deferrable().equals("NO")) {
            code.add(", $L, $L", deferral(unique.deferrable()), unique.nullsDistinct());
        }
        code.add("$L)", strings(unique.columns()));
    }

    private void foreignKey(TableFacts.ForeignKey key) {
        code.add(
                "\n.foreignKey($S, $L, $S, $L, $S, $L)",
                key.name(),
                oneOrList(key.columns()),
                key.table(),
                oneOrList(key.targetColumns()),
                key.onDelete(),
                deferral(key.deferrable()));
    }

    private static CodeBlock oneOrList(List<String> texts) {
        CodeBlock strings = texts.stream().map(text -> CodeBlock.of("$S", text)).collect(CodeBlock.joining(", "));
        return texts.size() == 1 ? strings : CodeBlock.of("$T.of($L)", List.class, strings);
    }

    /** All tables of a model that has join tables. */
    // return List.of(
    //         table(),
    //         TableDef.of("product_tags")
    //                 .column("product_id", "bigint")
    //                 .build());
    static Optional<MethodSpec> tables(ModelDef model) {
        if (model.kind().isPresent()) {
            // The table, and what pairs its rows with others, is the sealed model's.
            return Optional.of(tables(List.of()));
        }
        List<TableFacts.JoinTable> joins = new TableFacts(model).joinTables();
        if (joins.isEmpty()) {
            return Optional.empty();
        }
        List<CodeBlock> tables = new ArrayList<>();
        tables.add(CodeBlock.of("table()"));
        joins.forEach(join -> tables.add(joinTable(join)));
        return Optional.of(tables(tables));
    }

    private static MethodSpec tables(List<CodeBlock> tables) {
        return MethodSpec.methodBuilder("tables")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(ParameterizedTypeName.get(ClassName.get(List.class), RuntimeTypes.TABLE_DEF))
                .addStatement("return $T.of($L)", List.class, tables.isEmpty() ? CodeBlock.of("") : Poet.lines(tables))
                .build();
    }

    private static CodeBlock joinTable(TableFacts.JoinTable join) {
        CodeBlock.Builder table = CodeBlock.builder().add("$T.of(", RuntimeTypes.TABLE_DEF);
        if (!join.schema().isEmpty()) {
            table.add("$S, ", join.schema());
        }
        table.add("$S)$>$>", join.name());
        for (TableFacts.Side side : List.of(join.near(), join.far())) {
            table.add("\n.column($S, $S)", side.column(), side.type());
        }
        table.add(
                "\n.primaryKey($S, $S, $S)",
                join.primaryKey(),
                join.near().column(),
                join.far().column());
        for (TableFacts.Side side : List.of(join.near(), join.far())) {
            // A pair is gone when either side is, whoever deletes it.
            table.add(
                    "\n.foreignKey($S, $S, $S, $S, $S, $L)",
                    side.foreignKey(),
                    side.column(),
                    side.table(),
                    side.targetColumn(),
                    "CASCADE",
                    deferral("NO"));
        }
        String key = Identifier.quoted(join.far().column());
        return table.add("\n.index($S, $S, $S)\n.build()$<$<", join.farIndex(), "btree", key)
                .build();
    }

    private void exclusion(TableFacts.Exclusion exclusion) {
        code.add(
                "\n.exclude($S, $S, $S, $L$L)",
                exclusion.name(),
                exclusion.method(),
                exclusion.where(),
                deferral(exclusion.deferrable()),
                strings(exclusion.elements()));
    }

    private void index(TableFacts.Index index) {
        if (index.unique()) {
            code.add("\n.uniqueIndex($S$L)", index.name(), strings(index.keys()));
        } else {
            code.add("\n.index($S, $S$L)", index.name(), index.method(), strings(index.keys()));
        }
        if (!index.include().isEmpty()) {
            code.add(
                    ".include($L)",
                    index.include().stream()
                            .map(column -> CodeBlock.of("$S", column))
                            .collect(CodeBlock.joining(", ")));
        }
        if (!index.nullsDistinct()) {
            code.add(".nullsNotDistinct()");
        }
        if (!index.where().isEmpty()) {
            code.add(".where($S)", index.where());
        }
    }

    private static CodeBlock deferral(String deferrable) {
        return CodeBlock.of("$T.$L", DEFERRAL, deferrable.equals("NO") ? "NONE" : deferrable);
    }

    /** Each with a comma before it. */
    private static CodeBlock strings(List<String> texts) {
        CodeBlock.Builder strings = CodeBlock.builder();
        texts.forEach(text -> strings.add(", $S", text));
        return strings.build();
    }
}
