package dev.plectrum.processor.validate;

import dev.plectrum.processor.model.Access;
import dev.plectrum.processor.model.JavaType;
import dev.plectrum.processor.model.JsonFieldDef;
import dev.plectrum.processor.model.JsonForm;
import dev.plectrum.processor.model.JsonObjectDef;
import dev.plectrum.processor.model.JsonTypes;
import dev.plectrum.processor.model.Place;
import dev.plectrum.processor.report.Code;
import dev.plectrum.processor.report.Problem;
import dev.plectrum.processor.report.Problems;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Every type that is written as JSON or read from it must have a form for that. */
final class JsonChecks {
    private final JsonTypes types;
    private final Set<String> missing;
    private final Problems problems;

    /** Checks of these objects, given the types that cannot be found and are reported as that. */
    JsonChecks(JsonTypes types, Set<String> missing, Problems problems) {
        this.types = types;
        this.missing = missing;
        this.problems = problems;
    }

    /** The forms of objects that are also read. */
    List<JsonForm> readable(Collection<JsonForm> forms) {
        return forms.stream()
                .filter(form -> form instanceof JsonForm.ObjectOf one
                        && types.object(one.java()).readable())
                .toList();
    }

    /** A form that is written, and who writes it: {@code ProductViews.list returns}. */
    void written(JsonForm form, String writer, Place place) {
        JsonTypes.within(form).forEach(part -> {
            if (part instanceof JsonForm.Unsupported unsupported) {
                unsupported(unsupported, writer, place);
            } else if (part instanceof JsonForm.Held held) {
                RuleChecks.check(held.rules(), held.java(), writer, problems);
            }
        });
    }

    /** A form that is read, and who reads it. */
    void read(JsonForm form, String reader, Place place) {
        JsonTypes.within(form).forEach(part -> {
            if (part instanceof JsonForm.Unsupported unsupported) {
                unsupported(unsupported, reader, place);
            } else if (part instanceof JsonForm.ObjectOf one) {
                object(types.object(one.java()), reader, place);
            } else if (part instanceof JsonForm.Held held) {
                RuleChecks.check(held.rules(), held.java(), reader + " a list or map whose value", problems);
            } else if (!isRead(part)) {
                problems.add(Problem.of(
                                Code.BODY_TYPE,
                                place,
                                reader + " " + part.java().display() + ", which can be written as JSON but not read")
                        .because(instead(part)));
            }
        });
    }

    private static boolean isRead(JsonForm form) {
        if (form instanceof JsonForm.Simple simple) {
            return !simple.scalar().reader().isEmpty();
        }
        boolean readableList = form instanceof JsonForm.ListOf list
                && Set.of("java.util.List", "java.util.Collection", "java.lang.Iterable")
                        .contains(list.java().qualifiedName());
        return readableList
                || form instanceof JsonForm.MapOf
                || form instanceof JsonForm.Constants
                || form instanceof JsonForm.GivenOf
                || form instanceof JsonForm.DraftOf;
    }

    private static String instead(JsonForm form) {
        if (form instanceof JsonForm.ListOf) {
            return "Read a List.";
        } else if (form instanceof JsonForm.ReferenceTo) {
            return "Read the key, and make the reference from it: CategoryQuerySet.ref(id).";
        } else if (form instanceof JsonForm.AnyReference) {
            return "Read which model it is and the key, and make the reference from them: AnyRef.of(BookQuerySet.ref(id)).";
        }
        return "Read a record with the values that clients may send.";
    }

    private void object(JsonObjectDef object, String reader, Place place) {
        String type = object.java().display();
        if (object.kind() == JsonObjectDef.Kind.MODEL) {
            problems.add(Problem.of(Code.BODY_MODEL, place, reader + " the model " + type + ", all columns of it")
                    .because("Clients would set what only the application should: who owns a row, or who is an admin.")
                    .because("Say which fields they may set, or take a record with what they may send.")
                    .fix("@Body(fields = …) UnaryOperator<" + object.java().simpleName() + "Draft> values"));
        } else if (object.union().isPresent()) {
            object.union().get().variants().forEach(variant -> object(types.object(variant.java()), reader, place));
        } else if (!object.readable()) {
            problems.add(Problem.of(Code.BODY_TYPE, place, reader + " " + type + ", which is not a whole record")
                    .because("A record says what it is made of; one with ignored components cannot be made.")
                    .fix("record " + object.java().simpleName() + "(…) {}"));
        } else if (!object.own() && !object.isNullnessKnown()) {
            problems.add(Problem.of(
                            Code.JSON_ELSEWHERE,
                            place,
                            reader + " " + type + ", which was compiled before and has no JSON form of its own")
                    .because("A class file does not tell every compiler which components are @Nullable.")
                    .because("With the annotation on the record, its codec is written when it is compiled.")
                    .fix("@Json record " + object.java().simpleName()));
        }
    }

    private void unsupported(JsonForm.Unsupported form, String user, Place place) {
        JavaType type = form.java();
        if (missing.contains(type.className())) {
            return;
        }
        Problem problem = Problem.of(Code.JSON_FORM, place, user + " " + type.display() + ", which has no JSON form");
        problems.add(
                switch (form.reason()) {
                    case UNKNOWN ->
                        problem.because(
                                        "Records, models, enums, lists, maps from String, numbers, texts, dates and times have one.")
                                .fix(better(type));
                    case OPEN ->
                        problem.because("It must be a class of its own, or a generic one with all its arguments.");
                    case MAP_KEY ->
                        problem.because("JSON objects have texts for names.").fix("Map<String, …>");
                    case DRAFT ->
                        problem.because(
                                        "A draft is there while a row is written. A body that sets some of its fields is a function.")
                                .fix("@Body(fields = …) UnaryOperator<" + type.display() + "> values");
                    case NOT_CLOSED ->
                        problem.because(
                                        "A sealed type is one of those it permits; each must be a record, or sealed in turn.")
                                .fix("permit records only");
                    case OUT_OF_SIGHT ->
                        problem.because("Generated code beside the view does not see it.")
                                .fix("public " + type.simpleName());
                });
    }

    /** What has a JSON form and is most likely meant. */
    private static String better(JavaType type) {
        if (type.isArray()) {
            return "List<" + type.component().boxed().display() + ">";
        }
        String argument = type.arguments().size() == 1 ? type.arguments().get(0).display() : "…";
        return switch (type.qualifiedName()) {
            case "java.util.Optional" -> "@Nullable " + argument;
            case "java.util.stream.Stream" -> "List<" + argument + ">";
            case "java.util.Date", "java.sql.Timestamp" -> "Instant";
            case "java.sql.Date" -> "LocalDate";
            default -> "record " + recordName(type) + "(…) {}";
        };
    }

    /** The user's own class can become a record; one of the JDK's needs one beside it. */
    private static String recordName(JavaType type) {
        return type.packageName().startsWith("java") ? type.simpleName() + "View" : type.simpleName();
    }

    /** The fields of all objects that are reached from what is written and what is read. */
    void objects(Collection<JsonForm> written, Collection<JsonForm> read) {
        Set<JsonObjectDef> readObjects = types.reached(read);
        Set<JsonObjectDef> all = new LinkedHashSet<>(types.reached(written));
        all.addAll(readObjects);
        for (JsonObjectDef object : all) {
            fields(object, readObjects.contains(object));
        }
    }

    private static String owner(JsonObjectDef object) {
        return object.draft().map(draft -> draft.model().simple()).orElseGet(() -> object.java()
                .display());
    }

    /** What tells the types of a sealed one apart must do so, and must not stand for a field of theirs as well. */
    private void union(JsonObjectDef object, JsonObjectDef.Union union) {
        Set<String> words = new HashSet<>();
        for (JsonObjectDef.Variant variant : union.variants()) {
            if (!words.add(variant.word())) {
                problems.add(Problem.of(
                                Code.JSON_NAME,
                                variant.place(),
                                variant.java().display() + " is called \"" + variant.word() + "\" in JSON, as another "
                                        + object.java().display() + " is already")
                        .fix("@JsonKind(\"…\")"));
            }
            for (JsonFieldDef field : types.object(variant.java()).fields()) {
                if (field.name().equals(union.discriminator())) {
                    problems.add(Problem.of(
                                    Code.JSON_NAME,
                                    field.place(),
                                    variant.java().display() + "." + field.property() + " is called \""
                                            + field.name() + "\" in JSON, which tells which "
                                            + object.java().display() + " it is")
                            .fix("@Json(discriminator = \"kind\") on "
                                    + object.java().display()));
                }
            }
        }
    }

    private void fields(JsonObjectDef object, boolean isRead) {
        object.union().ifPresent(union -> union(object, union));
        Set<String> names = new HashSet<>();
        for (JsonObjectDef.Foreign foreign : object.foreign()) {
            problems.add(Problem.of(
                            Code.JSON_ANNOTATION,
                            foreign.place(),
                            object.java().display() + " is annotated with @" + foreign.annotation()
                                    + ", which generated JSON does not follow")
                    .because("@JsonProperty and @JsonIgnore are followed."));
        }
        for (JsonFieldDef field : object.fields()) {
            String full = owner(object) + "." + field.property();
            if (!names.add(field.name())) {
                problems.add(Problem.of(
                        Code.JSON_NAME,
                        field.place(),
                        full + " is called \"" + field.name() + "\" in JSON, as another field is already"));
            }
            if (field.access() instanceof Access.None && object.draft().isEmpty()) {
                problems.add(Problem.of(Code.JSON_FIELD, field.place(), full + " cannot be read by generated code")
                        .because("It is not in sight of the view's package, and has no getter that is.")
                        .fix("public " + field.form().java().display() + " " + field.property() + "()"));
            }
            if (isRead && object.readable()) {
                read(field.form(), full + " is", field.place());
            } else {
                written(field.form(), full + " is", field.place());
            }
            RuleChecks.check(field.rules(), field.valueForm().java(), full, problems);
            new ExampleChecks(types, problems).check(field.examples(), field.form(), field.rules(), full);
        }
    }
}
