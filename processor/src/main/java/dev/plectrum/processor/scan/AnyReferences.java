package dev.plectrum.processor.scan;

import dev.plectrum.processor.model.AnyField;
import dev.plectrum.processor.model.ColumnField;
import dev.plectrum.processor.model.Field;
import dev.plectrum.processor.model.JavaType;
import dev.plectrum.processor.model.ModelName;
import dev.plectrum.processor.model.RelationField;
import dev.plectrum.processor.model.Scalar;
import dev.plectrum.processor.model.Words;
import dev.plectrum.processor.report.SourcePlace;
import dev.plectrum.processor.scan.Targets.Target;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Reads references to rows of one of several models. */
final class AnyReferences {
    private static final String ANY_REF = "dev.plectrum.orm.AnyRef";

    private final Targets targets;
    private final Types types;

    AnyReferences(Targets targets, Types types) {
        this.targets = targets;
        this.types = types;
    }

    /** Without what it leads to, which could lead back here. */
    static Optional<AnyField> shallow(Declared declared) {
        return declared.annotation(Names.GENERIC_FOREIGN_KEY)
                .map(annotation -> field(declared, annotation, names(annotation), Optional.empty()));
    }

    Optional<AnyField> of(Declared declared) {
        return declared.annotation(Names.GENERIC_FOREIGN_KEY).map(annotation -> of(declared, annotation));
    }

    private static List<AnyField.Target> names(Annotation annotation) {
        return annotation.types("value").stream()
                .map(JavaTypes::of)
                .map(java -> new AnyField.Target(new ModelName(java.packageName(), java.className()), "", ""))
                .toList();
    }

    private AnyField of(Declared declared, Annotation annotation) {
        List<AnyField.Target> found = new ArrayList<>();
        Optional<String> flaw = Optional.empty();
        Set<String> values = new HashSet<>();
        for (TypeMirror type : annotation.types("value")) {
            Optional<Target> target = JavaTypes.element(type).flatMap(targets::find);
            Optional<String> wrong = wrong(declared, type, target);
            if (wrong.isEmpty() && !values.add(value(target.orElseThrow()))) {
                wrong = Optional.of("refers to " + JavaTypes.of(type).display()
                        + ", whose table another of its models has too\n@GenericForeignKey({…})");
            }
            flaw = flaw.or(Optional.of(wrong)::get);
            if (wrong.isEmpty()) {
                Target model = target.orElseThrow();
                found.add(new AnyField.Target(
                        model.name(), value(model), key(model).column()));
            }
        }
        if (!JavaTypes.of(declared.type()).is(ANY_REF)
                || JavaTypes.of(declared.type()).arguments().size() != 1) {
            flaw = Optional.of("has the type " + JavaTypes.of(declared.type()).display()
                    + ", but such a reference needs an AnyRef\nAnyRef<Object> " + declared.name() + ";");
        } else if (flaw.isEmpty() && found.isEmpty()) {
            flaw = Optional.of("refers to no model\n@GenericForeignKey({…})");
        }
        return field(declared, annotation, found, flaw);
    }

    private static String value(Target model) {
        return AnyField.value(model.schema(), model.table());
    }

    private static ColumnField key(Target model) {
        return Field.columnsOf(model.fields()).stream()
                .filter(ColumnField::isKey)
                .findFirst()
                .orElseThrow();
    }

    private Optional<String> wrong(Declared declared, TypeMirror type, Optional<Target> target) {
        String name = JavaTypes.of(type).display();
        if (target.isEmpty()) {
            return Optional.of("refers to " + name + ", which is not a model\n@Model class " + name);
        }
        List<ColumnField> key = Field.columnsOf(target.get().fields()).stream()
                .filter(ColumnField::isKey)
                .toList();
        if (key.size() != 1 || !key.get(0).java().boxed().is("java.lang.Long")) {
            return Optional.of("refers to " + name + ", whose key is not a Long\n@Id Long id;");
        }
        Optional<TypeElement> element = JavaTypes.element(type);
        if (!target.get().ownName().isEmpty()
                || element.flatMap(found -> Annotation.on(found, Names.MODEL))
                        .filter(model -> model.bool("proxy"))
                        .isPresent()) {
            return Optional.of("refers to " + name + ", which has no table of its own\n@GenericForeignKey({…})");
        }
        if (declared.type() instanceof DeclaredType any
                && any.getTypeArguments().size() == 1
                && !types.isAssignable(type, any.getTypeArguments().get(0))) {
            return Optional.of("refers to " + name + ", which is no "
                    + JavaTypes.of(any.getTypeArguments().get(0)).display() + "\nAnyRef<Object> " + declared.name()
                    + ";");
        }
        return Optional.empty();
    }

    private static AnyField field(
            Declared declared, Annotation annotation, List<AnyField.Target> targets, Optional<String> flaw) {
        String column = annotation.string("column");
        String prefix = column.isEmpty() ? Words.snake(declared.name()) : column;
        return new AnyField(
                declared.name(),
                JavaTypes.of(declared.type()),
                declared.isNullable(),
                declared.access(),
                column(declared, "kind", prefix, Scalar.TEXT, JavaType.of("java.lang", "String")),
                column(declared, "id", prefix, Scalar.INT8, JavaType.of("java.lang", "Long")),
                targets,
                annotation.bool("index"),
                flaw,
                SourcePlace.of(declared.element()));
    }

    private static ColumnField column(Declared declared, String part, String prefix, Scalar type, JavaType java) {
        return RelationField.storedColumn(
                declared.name() + "." + part,
                java,
                type,
                prefix + "_" + part,
                declared.isNullable(),
                declared.access(),
                "",
                SourcePlace.of(declared.element()));
    }
}
