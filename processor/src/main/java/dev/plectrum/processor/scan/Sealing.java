package dev.plectrum.processor.scan;

import dev.plectrum.processor.model.Access;
import dev.plectrum.processor.model.ColumnField;
import dev.plectrum.processor.model.ColumnOptions;
import dev.plectrum.processor.model.JavaType;
import dev.plectrum.processor.model.ModelDef.Flaw;
import dev.plectrum.processor.model.Scalar;
import dev.plectrum.processor.model.Words;
import dev.plectrum.processor.report.SourcePlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Reads what makes models share a table: an abstract sealed one, and the subclasses that it permits. */
final class Sealing {
    private Sealing() {}

    /** Whether every row of the model is one of its subclasses. */
    static boolean isSealed(TypeElement type) {
        return Annotation.on(type, Names.MODEL).isPresent()
                && type.getKind() == ElementKind.CLASS
                && type.getModifiers().contains(Modifier.ABSTRACT)
                && !type.getPermittedSubclasses().isEmpty();
    }

    /** The subclasses that are models. */
    static List<TypeElement> kinds(TypeElement base) {
        return permitted(base).stream()
                .filter(kind -> Annotation.on(kind, Names.MODEL).isPresent())
                .toList();
    }

    private static List<TypeElement> permitted(TypeElement base) {
        return base.getPermittedSubclasses().stream()
                .flatMap(kind -> JavaTypes.element(kind).stream())
                .toList();
    }

    /** What the discriminator says of rows of this subclass. */
    static String value(TypeElement kind) {
        String value = Annotation.on(kind, Names.MODEL)
                .map(model -> model.string("kind"))
                .orElse("");
        return value.isEmpty() ? Words.snake(kind.getSimpleName().toString()) : value;
    }

    /** The column that tells the subclasses apart. */
    static ColumnField discriminator(TypeElement base) {
        Annotation model = Annotation.on(base, Names.MODEL).orElseThrow();
        String name = model.string("discriminator");
        return new ColumnField(
                name,
                JavaType.of("java.lang", "String"),
                Scalar.TEXT,
                Words.snake(name),
                false,
                false,
                new Access.Field(name, false),
                ColumnOptions.NONE,
                ColumnField.Role.KIND,
                false,
                Optional.empty(),
                model.place("discriminator"));
    }

    /** What keeps a sealed model, or a subclass of one, from sharing the table. */
    static List<Flaw> flaws(TypeElement type, Optional<TypeElement> base, Elements elements) {
        List<Flaw> flaws = new ArrayList<>();
        if (isSealed(type)) {
            for (TypeElement kind : permitted(type)) {
                if (Annotation.on(kind, Names.MODEL).isEmpty()) {
                    flaws.add(flaw(
                            type,
                            "has the subclass " + kind.getSimpleName() + ", which is not a model",
                            "@Model final class " + kind.getSimpleName()));
                }
            }
        }
        base.filter(Sealing::isSealed).ifPresent(found -> flaws.addAll(flawsOfKind(type, found, elements)));
        return flaws;
    }

    private static List<Flaw> flawsOfKind(TypeElement kind, TypeElement base, Elements elements) {
        Annotation model = Annotation.on(kind, Names.MODEL).orElseThrow();
        String name = kind.getSimpleName().toString();
        String of = " the table of " + base.getSimpleName();
        List<Flaw> flaws = new ArrayList<>();
        if (!kind.getModifiers().contains(Modifier.FINAL)) {
            flaws.add(flaw(kind, "shares" + of + ", but is not final", "final class " + name));
        }
        if (!Objects.equals(elements.getPackageOf(kind), elements.getPackageOf(base))) {
            flaws.add(flaw(
                    kind,
                    "shares" + of + ", but is in another package",
                    "package " + elements.getPackageOf(base) + ";"));
        }
        if (!model.string("table").isEmpty() || !model.string("schema").isEmpty() || model.bool("proxy")) {
            flaws.add(flaw(kind, "shares" + of + ", so it has none of its own", "@Model"));
        }
        return flaws;
    }

    private static Flaw flaw(TypeElement type, String what, String fix) {
        return new Flaw(Flaw.Kind.KIND, what + "\n" + fix, SourcePlace.of(type));
    }
}
