package dev.plectrum.processor.scan;

import dev.plectrum.processor.model.ColumnField;
import dev.plectrum.processor.model.ColumnField.Role;
import dev.plectrum.processor.model.ColumnOptions;
import dev.plectrum.processor.model.EmbeddedField;
import dev.plectrum.processor.model.ExpressionDef;
import dev.plectrum.processor.model.Field;
import dev.plectrum.processor.model.JavaType;
import dev.plectrum.processor.model.ModelDef.Flaw;
import dev.plectrum.processor.model.StoredType;
import dev.plectrum.processor.model.Unresolved;
import dev.plectrum.processor.model.Words;
import dev.plectrum.processor.report.SourcePlace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads the fields of one model, and remembers which of their types nobody has declared yet. */
final class FieldScanner {
    private final StoredTypes storedTypes;
    private final PackageElement from;
    private final Definitions embedded;
    private final CompiledNow compiledNow;
    private final Function<Declared, Optional<Field>> relations;
    private final List<Unresolved> unresolved = new ArrayList<>();
    private final List<Flaw> flaws = new ArrayList<>();
    private final Set<JavaType> around = new HashSet<>();

    FieldScanner(
            StoredTypes storedTypes,
            PackageElement from,
            Definitions embedded,
            CompiledNow compiledNow,
            Function<Declared, Optional<Field>> relations) {
        this.relations = relations;
        this.compiledNow = compiledNow;
        this.storedTypes = storedTypes;
        this.from = from;
        this.embedded = embedded;
    }

    /** The types that nobody has declared yet, of all fields read so far. */
    List<Unresolved> unresolved() {
        return unresolved;
    }

    /** What is wrong with fields in a way that their Defs have no words for. */
    List<Flaw> flaws() {
        return flaws;
    }

    private void flaw(Flaw.Kind kind, Declared declared, String detail) {
        flaws.add(new Flaw(kind, declared.name() + " " + detail, SourcePlace.of(declared.element())));
    }

    /** A field of the model itself. */
    Field field(Declared declared) {
        return field(declared, Surroundings.NONE);
    }

    private static boolean isRecord(TypeMirror type) {
        return JavaTypes.element(type)
                .filter(element -> element.getKind() == ElementKind.RECORD)
                .isPresent();
    }

    /** What an embedded value around a field adds to it. */
    private record Surroundings(String name, String column, boolean optional) {
        static final Surroundings NONE = new Surroundings("", "", false);
    }

    private Field field(Declared declared, Surroundings surroundings) {
        declared.otherNullable().ifPresent(name -> flaw(Flaw.Kind.OTHER_NULLABLE, declared, name));
        Optional<Field> relation = relations.apply(declared);
        if (relation.isPresent()) {
            oneRole(declared);
            unresolved(declared, declared.type());
            return relation.get();
        }
        Optional<Annotation> embed = declared.annotation(Names.EMBEDDED);
        Optional<TypeElement> type = JavaTypes.element(declared.type());
        boolean isRecord = isRecord(declared.type());
        boolean embeddable =
                isRecord && Annotation.on(type.get(), Names.EMBEDDED).isPresent();
        if (isRecord && (embed.isPresent() || embeddable) && around.add(JavaTypes.of(declared.type()))) {
            try {
                return embedded(declared, embed, type.get(), surroundings);
            } finally {
                around.remove(JavaTypes.of(declared.type()));
            }
        }
        return column(declared, surroundings);
    }

    private EmbeddedField embedded(
            Declared declared, Optional<Annotation> embed, TypeElement record, Surroundings surroundings) {
        if (embedded.definitionOf(record).isEmpty() && !compiledNow.test(record)) {
            flaw(Flaw.Kind.EMBEDDED_ELSEWHERE, declared, record.getSimpleName().toString());
        }
        String prefix = embed.map(annotation -> annotation.string("prefix")).orElse("_");
        String column = prefix.equals("_") ? Words.snake(declared.name()) + "_" : prefix;
        boolean nullable = declared.isNullable();
        Surroundings inner = new Surroundings(
                surroundings.name() + declared.name() + ".",
                surroundings.column() + column,
                surroundings.optional() || nullable);
        List<Field> parts = embedded.definitionOf(record)
                .map(definition -> definition.fields().stream()
                        .map(field -> Reparented.into(field, inner.name(), inner.column(), inner.optional()))
                        .toList())
                .orElseGet(() -> parts(record, inner));
        return new EmbeddedField(
                surroundings.name() + declared.name(),
                JavaTypes.of(declared.type()),
                nullable,
                declared.access(),
                parts,
                SourcePlace.of(declared.element()));
    }

    private List<Field> parts(TypeElement record, Surroundings surroundings) {
        List<Field> parts = new ArrayList<>();
        for (RecordComponentElement component : ElementFilter.recordComponentsIn(record.getEnclosedElements())) {
            parts.add(field(Declared.component(component), surroundings));
        }
        return parts;
    }

    private ColumnField column(Declared declared, Surroundings surroundings) {
        Optional<Annotation> column = declared.annotation(Names.COLUMN);
        ColumnOptions options = column.map(FieldScanner::options).orElse(ColumnOptions.NONE);
        String named = column.map(annotation -> annotation.string("name")).orElse("");
        boolean nullable = declared.isNullable();
        return new ColumnField(
                surroundings.name() + declared.name(),
                JavaTypes.of(declared.type()),
                storedType(declared, column, options),
                surroundings.column() + (named.isEmpty() ? Words.snake(declared.name()) : named),
                nullable,
                nullable || surroundings.optional(),
                declared.access(),
                options,
                role(declared),
                false,
                declared.annotation(Names.GENERATED_FIELD).map(FieldScanner::generation),
                SourcePlace.of(declared.element()));
    }

    private StoredType storedType(Declared declared, Optional<Annotation> column, ColumnOptions options) {
        String asked = column.map(annotation -> annotation.constant("type")).orElse("DEFAULT");
        unresolved(declared, declared.type());
        if (!JavaTypes.unresolved(declared.type()).isEmpty()) {
            return new StoredType.Unsupported(JavaTypes.of(declared.type()), StoredType.Reason.UNRESOLVED, "");
        }
        Optional<TypeMirror> converter = column.flatMap(annotation -> annotation.type("converter"));
        if (column.isPresent() && column.get().unresolved("converter")) {
            unresolved.add(
                    new Unresolved("converter", declared.name(), column.get().place("converter")));
        }
        converter.ifPresent(type -> unresolved(declared, type));
        if (declared.annotation(Names.EMBEDDED).isPresent() && !isRecord(declared.type())) {
            return new StoredType.Unsupported(JavaTypes.of(declared.type()), StoredType.Reason.NOT_A_RECORD, "");
        }
        return converter
                .map(type -> storedTypes.converted(declared.type(), type, options, asked, from))
                .orElseGet(() -> storedTypes.of(declared.type(), options, asked, from));
    }

    private void unresolved(Declared declared, TypeMirror type) {
        for (String name : JavaTypes.unresolved(type)) {
            unresolved.add(new Unresolved(name, declared.name(), SourcePlace.of(declared.element())));
        }
    }

    private static ColumnOptions options(Annotation column) {
        return new ColumnOptions(
                column.integer("maxLength"),
                column.integer("precision"),
                column.integer("scale"),
                column.bool("unique"),
                column.bool("index"),
                column.string("dbDefault"),
                column.string("comment"),
                column.string("collation"),
                column.places());
    }

    private static ColumnField.Generation generation(Annotation generated) {
        ExpressionDef text = new ExpressionDef(generated.string("value"), "", List.of(), generated.place("value"));
        return new ColumnField.Generation(text, generated.bool("stored"));
    }

    /** Nothing but its own annotation says how a relation is stored. */
    private void oneRole(Declared declared) {
        oneOf(
                declared,
                Names.ID,
                Names.AUTO_NOW,
                Names.AUTO_NOW_ADD,
                Names.VERSION,
                Names.GENERATED_FIELD,
                Names.COLUMN,
                Names.FOREIGN_KEY,
                Names.ONE_TO_ONE,
                Names.MANY_TO_MANY,
                Names.REVERSE,
                Names.GENERIC_FOREIGN_KEY);
    }

    private void oneOf(Declared declared, String... annotations) {
        List<String> roles = Stream.of(annotations)
                .filter(annotation -> declared.annotation(annotation).isPresent())
                .map(annotation -> annotation.replace(Names.ANNOTATIONS, "@"))
                .toList();
        if (roles.size() > 1) {
            flaw(Flaw.Kind.TWO_ROLES, declared, String.join(" and ", roles));
        }
    }

    private Role role(Declared declared) {
        oneOf(declared, Names.ID, Names.AUTO_NOW, Names.AUTO_NOW_ADD, Names.VERSION);
        Optional<Annotation> id = declared.annotation(Names.ID);
        if (id.isPresent()) {
            return switch (id.get().constant("source")) {
                case "IDENTITY" -> Role.IDENTITY;
                case "ASSIGNED" -> Role.ASSIGNED;
                case "UUID_V7" -> Role.UUID_V7;
                default -> defaultKey(JavaTypes.of(declared.type()).boxed());
            };
        }
        if (declared.annotation(Names.AUTO_NOW).isPresent()) {
            return Role.UPDATED;
        }
        if (declared.annotation(Names.AUTO_NOW_ADD).isPresent()) {
            return Role.CREATED;
        }
        return declared.annotation(Names.VERSION).isPresent() ? Role.VERSION : Role.VALUE;
    }

    private static Role defaultKey(JavaType type) {
        if (type.is("java.lang.Long") || type.is("java.lang.Integer") || type.is("java.lang.Short")) {
            return Role.IDENTITY;
        }
        return type.is("java.util.UUID") ? Role.UUID_V7 : Role.ASSIGNED;
    }
}
