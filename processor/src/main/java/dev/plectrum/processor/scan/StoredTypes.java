package dev.plectrum.processor.scan;

import dev.plectrum.processor.model.ColumnOptions;
import dev.plectrum.processor.model.Family;
import dev.plectrum.processor.model.JavaType;
import dev.plectrum.processor.model.Scalar;
import dev.plectrum.processor.model.StoredType;
import dev.plectrum.processor.model.StoredType.Reason;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Finds out how a field's Java type is stored. */
final class StoredTypes {
    private final Types types;
    private final Accesses accesses;
    private final JsonShapes json;

    StoredTypes(Types types, Accesses accesses) {
        this.types = types;
        this.accesses = accesses;
        this.json = new JsonShapes();
    }

    /** How a type is stored, given what {@code @Column} asks for. */
    StoredType of(TypeMirror type, ColumnOptions options, String asked, PackageElement from) {
        if (type instanceof ArrayType array && !isScalar(type)) {
            return list(type, array.getComponentType(), options, asked, from);
        }
        Optional<TypeElement> element = JavaTypes.element(type);
        if (element.isPresent() && element.get().getQualifiedName().contentEquals("java.util.List")) {
            List<? extends TypeMirror> arguments = ((DeclaredType) type).getTypeArguments();
            return arguments.size() == 1
                    ? list(type, arguments.get(0), options, asked, from)
                    : unsupported(type, Reason.UNKNOWN, "");
        }
        return single(type, options, asked);
    }

    private StoredType list(
            TypeMirror type, TypeMirror elementType, ColumnOptions options, String asked, PackageElement from) {
        StoredType element = of(elementType, options, asked, from);
        boolean nested = element instanceof StoredType.ListOf
                || (element instanceof Scalar scalar && scalar.arrayElement().isPresent());
        if (nested || elementType.getKind().isPrimitive() || element instanceof StoredType.JsonRecord) {
            return unsupported(type, Reason.ELEMENT, JavaTypes.of(elementType).display());
        }
        return element instanceof StoredType.Unsupported unsupported
                ? new StoredType.Unsupported(JavaTypes.of(type), unsupported.reason(), unsupported.detail())
                : new StoredType.ListOf(JavaTypes.of(type), element);
    }

    private StoredType single(TypeMirror type, ColumnOptions options, String asked) {
        JavaType java = JavaTypes.of(type).boxed();
        Optional<TypeElement> element = JavaTypes.element(type);
        ElementKind kind = element.map(Element::getKind).orElse(ElementKind.OTHER);
        if (kind == ElementKind.ENUM) {
            boolean ordinal = asked.equals("ORDINAL");
            return asked.equals("DEFAULT") || ordinal
                    ? enumType(java, element.get(), ordinal)
                    : unsupported(type, Reason.WRONG_TYPE, asked);
        }
        if (kind == ElementKind.RECORD) {
            return asked.equals("JSONB")
                    ? json.record((DeclaredType) type)
                    : unsupported(type, asked.equals("DEFAULT") ? Reason.RECORD : Reason.WRONG_TYPE, asked);
        }
        if (element.isPresent() && Annotation.on(element.get(), Names.MODEL).isPresent()) {
            return unsupported(type, Reason.MODEL, "");
        }
        Optional<Scalar> scalar = Scalar.of(java);
        if (scalar.isEmpty()) {
            return unsupported(type, Reason.UNKNOWN, "");
        }
        return scalar(scalar.get(), type, options, asked);
    }

    private StoredType scalar(Scalar scalar, TypeMirror type, ColumnOptions options, String asked) {
        boolean fits =
                switch (asked) {
                    case "CITEXT" -> scalar == Scalar.TEXT;
                    case "JSONB" ->
                        scalar == Scalar.JSON || scalar == Scalar.JSON_OBJECT || scalar == Scalar.JSON_ARRAY;
                    case "ORDINAL" -> false;
                    default -> scalar != Scalar.JSON;
                };
        if (!fits) {
            return unsupported(type, scalar == Scalar.JSON ? Reason.UNKNOWN : Reason.WRONG_TYPE, asked);
        }
        if (asked.equals("CITEXT")) {
            return Scalar.CITEXT;
        }
        if (scalar == Scalar.TEXT && options.maxLength() > 0) {
            return new StoredType.Varchar(options.maxLength());
        }
        boolean number = scalar == Scalar.NUMERIC || scalar == Scalar.BIG_INTEGER;
        return number && options.precision() > 0
                ? new StoredType.Numeric(scalar, options.precision(), options.scale())
                : scalar;
    }

    private static StoredType enumType(JavaType java, TypeElement element, boolean ordinal) {
        List<String> constants = element.getEnclosedElements().stream()
                .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
                .map(member -> member.getSimpleName().toString())
                .toList();
        return new StoredType.EnumType(
                java, ordinal ? constants : constants.stream().sorted().toList(), ordinal);
    }

    private static boolean isScalar(TypeMirror type) {
        return Scalar.of(JavaTypes.of(type)).isPresent();
    }

    private static StoredType unsupported(TypeMirror type, Reason reason, String detail) {
        return new StoredType.Unsupported(JavaTypes.of(type), reason, detail);
    }

    /** How a field with a converter is stored. */
    StoredType converted(
            TypeMirror field, TypeMirror converter, ColumnOptions options, String asked, PackageElement from) {
        Optional<TypeElement> element = JavaTypes.element(converter);
        String name = JavaTypes.of(converter).display();
        Optional<DeclaredType> contract = contract(converter);
        if (element.isEmpty()
                || contract.isEmpty()
                || contract.get().getTypeArguments().size() != 2) {
            return unsupported(field, Reason.NO_CONVERTER, name);
        }
        JavaType java = JavaTypes.of(field).boxed();
        JavaType given = JavaTypes.of(contract.get().getTypeArguments().get(0));
        if (!given.equals(java)) {
            return unsupported(field, Reason.OTHER_CONVERTER, name + " converts " + given.display());
        }
        boolean constructible = element.get().getKind() == ElementKind.CLASS
                && !element.get().getModifiers().contains(Modifier.ABSTRACT)
                && isStatic(element.get())
                && accesses.isTypeVisible(element.get(), from)
                && accesses.hasConstructor(element.get(), from);
        if (!constructible) {
            return unsupported(field, Reason.CONVERTER_CONSTRUCTOR, name);
        }
        TypeMirror storedJava = contract.get().getTypeArguments().get(1);
        StoredType stored = of(storedJava, options, asked, from);
        if (stored instanceof StoredType.Unsupported || stored.family() == Family.ARRAY) {
            return unsupported(
                    field,
                    Reason.CONVERTED,
                    name + " stores " + JavaTypes.of(storedJava).display());
        }
        return new StoredType.Converted(java, stored, JavaTypes.of(element.get()));
    }

    private static boolean isStatic(TypeElement type) {
        return type.getEnclosingElement() instanceof PackageElement
                || type.getModifiers().contains(Modifier.STATIC);
    }

    /** {@code Converter<J, D>} as the class implements it. */
    private Optional<DeclaredType> contract(TypeMirror converter) {
        if (converter.getKind() != TypeKind.DECLARED) {
            return Optional.empty();
        }
        if (JavaTypes.of(converter).is(Names.CONVERTER)) {
            return Optional.of((DeclaredType) converter);
        }
        return types.directSupertypes(converter).stream()
                .map(this::contract)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
