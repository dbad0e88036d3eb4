package dev.plectrum.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Stored types as text: {@code INT8}, {@code varchar(200)}, {@code list(java.util/List<java.lang/String>;TEXT)}. */
final class StoredTypeText {
    private StoredTypeText() {}

    static Term write(StoredType type) {
        if (type instanceof Scalar scalar) {
            return Term.of(scalar.name());
        }
        if (type instanceof StoredType.Varchar varchar) {
            return Term.of("varchar", number(varchar.maxLength()));
        }
        if (type instanceof StoredType.Numeric numeric) {
            return Term.of(
                    "numeric", Term.of(numeric.stored().name()), number(numeric.precision()), number(numeric.scale()));
        }
        if (type instanceof StoredType.EnumType constants) {
            return new Term(
                    constants.ordinal() ? "ordinal" : "enum",
                    Stream.concat(
                                    Stream.of(java(constants.java())),
                                    constants.constants().stream().map(Term::of))
                            .toList());
        }
        if (type instanceof StoredType.ListOf list) {
            return Term.of("list", java(list.java()), write(list.element()));
        }
        if (type instanceof StoredType.Converted converted) {
            return Term.of("converted", java(converted.java()), java(converted.converter()), write(converted.stored()));
        }
        if (type instanceof StoredType.JsonRecord json) {
            return Term.of("json", write(json.shape()));
        }
        return Term.of("unsupported", java(type.java()));
    }

    static StoredType read(Term term) {
        return switch (term.word()) {
            case "varchar" -> new StoredType.Varchar(number(term.term(0)));
            case "numeric" ->
                new StoredType.Numeric(Scalar.valueOf(term.term(0).word()), number(term.term(1)), number(term.term(2)));
            case "enum" -> new StoredType.EnumType(java(term.term(0)), words(term), false);
            case "ordinal" -> new StoredType.EnumType(java(term.term(0)), words(term), true);
            case "list" -> new StoredType.ListOf(java(term.term(0)), read(term.term(1)));
            case "converted" -> new StoredType.Converted(java(term.term(0)), read(term.term(2)), java(term.term(1)));
            case "json" -> new StoredType.JsonRecord(shape(term.term(0)));
            case "unsupported" -> new StoredType.Unsupported(java(term.term(0)), StoredType.Reason.UNKNOWN, "");
            default -> Scalar.valueOf(term.word());
        };
    }

    private static Term write(JsonShape shape) {
        if (shape instanceof JsonShape.Leaf leaf) {
            return Term.of(leaf.rule().name(), java(leaf.java()));
        }
        if (shape instanceof JsonShape.ListOf list) {
            return Term.of("list", java(list.java()), write(list.element()));
        }
        if (shape instanceof JsonShape.MapOf map) {
            return Term.of("map", java(map.java()), write(map.value()));
        }
        if (shape instanceof JsonShape.EnumName constants) {
            return Term.of("enum", java(constants.java()));
        }
        if (shape instanceof JsonShape.RecordOf record) {
            List<Term> terms = new ArrayList<>();
            terms.add(java(record.java()));
            for (JsonShape.Part part : record.parts()) {
                terms.add(Term.of(part.primitive() ? "primitive" : "part", Term.of(part.name()), write(part.shape())));
            }
            return new Term("record", terms);
        }
        return Term.of("again", java(shape.java()));
    }

    private static JsonShape shape(Term term) {
        JavaType java = java(term.term(0));
        return switch (term.word()) {
            case "list" -> new JsonShape.ListOf(java, shape(term.term(1)));
            case "map" -> new JsonShape.MapOf(java, shape(term.term(1)));
            case "enum" -> new JsonShape.EnumName(java);
            case "again" -> new JsonShape.Again(java);
            case "record" ->
                new JsonShape.RecordOf(
                        java,
                        term.terms().stream()
                                .skip(1)
                                .map(part -> new JsonShape.Part(
                                        part.term(0).word(), part.word().equals("primitive"), shape(part.term(1))))
                                .toList());
            default -> new JsonShape.Leaf(java, JsonShape.Rule.valueOf(term.word()));
        };
    }

    private static List<String> words(Term term) {
        return term.terms().stream().skip(1).map(Term::word).toList();
    }

    private static Term java(JavaType type) {
        return Term.of(type.toString());
    }

    private static JavaType java(Term term) {
        return JavaType.parse(term.word());
    }

    private static Term number(int number) {
        return Term.of(Integer.toString(number));
    }

    private static int number(Term term) {
        return Integer.parseInt(term.word());
    }
}
