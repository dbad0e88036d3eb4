package dev.plectrum.processor.scan;

import dev.plectrum.processor.model.Access;
import dev.plectrum.processor.model.Field;
import dev.plectrum.processor.model.JavaType;
import dev.plectrum.processor.model.JsonFieldDef;
import dev.plectrum.processor.model.JsonForm;
import dev.plectrum.processor.model.JsonForm.Reason;
import dev.plectrum.processor.model.JsonObjectDef;
import dev.plectrum.processor.model.JsonObjectDef.Kind;
import dev.plectrum.processor.model.JsonScalar;
import dev.plectrum.processor.model.JsonTypes;
import dev.plectrum.processor.model.ModelDef;
import dev.plectrum.processor.model.ValueRule;
import dev.plectrum.processor.report.SourcePlace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Finds out how the types that one generated file needs are written as JSON and read back. */
final class JsonScanner {
    private static final String JACKSON = "com.fasterxml.jackson.";
    private static final String IGNORE = JACKSON + "annotation.JsonIgnore";
    private static final String PROPERTY = JACKSON + "annotation.JsonProperty";
    private static final Set<String> READABLE_LISTS =
            Set.of("java.util.List", "java.util.Collection", "java.lang.Iterable");
    private static final Set<String> NULLABLE = Set.of(Names.NULLABLE);

    private final Elements elements;
    private final Types types;
    private final Accesses accesses;
    private final ValueRules rules;
    private final Nullness nullness;
    private final Definitions definitions;
    private final Docs docs;
    private final PackageElement from;
    private final JavaType file;
    private final Map<JavaType, JsonObjectDef> objects = new LinkedHashMap<>();
    private final Set<JavaType> around = new HashSet<>();
    private final Set<String> codecNames = new HashSet<>();
    /** What is looked at now: problems with arguments of types are shown there. */
    private Element place;

    /** A scanner for the types that are needed in a file, of this version of the generator. */
    JsonScanner(
            Elements elements,
            Types types,
            CompiledNow compiledNow,
            PackageElement from,
            JavaType file,
            String version) {
        this.elements = elements;
        this.definitions = new CarriedDefinitions(elements, compiledNow, version);
        this.nullness = new Nullness(elements, compiledNow);
        this.types = types;
        this.accesses = new Accesses(elements, types);
        this.rules = new ValueRules(elements);
        this.docs = new Docs(elements);
        this.from = from;
        this.place = from;
        this.file = file;
    }

    /** The objects that were found so far. */
    JsonTypes types() {
        return new JsonTypes(objects);
    }

    /** The form of a type that is named at an element. */
    JsonForm form(TypeMirror type, Element at) {
        Element before = place;
        place = at;
        JsonForm form = form(type);
        place = before;
        return form;
    }

    /** The form of what a list or map holds. */
    private JsonForm held(TypeMirror type) {
        JsonForm form = form(type);
        List<ValueRule> held = rules.ofArgument(place, type);
        return held.isEmpty() ? form : new JsonForm.Held(form.java(), form, held);
    }

    /** The form of a type. */
    JsonForm form(TypeMirror type) {
        JavaType java = JavaTypes.of(type);
        Optional<JsonScalar> scalar = JsonScalar.of(java);
        if (scalar.isPresent()) {
            return new JsonForm.Simple(java, scalar.get());
        }
        Optional<TypeElement> found = JavaTypes.element(type);
        if (found.isEmpty()) {
            return new JsonForm.Unsupported(java, java.isArray() ? Reason.UNKNOWN : Reason.OPEN);
        }
        TypeElement element = found.get();
        if (!accesses.isTypeVisible(element, from)) {
            return new JsonForm.Unsupported(java, Reason.OUT_OF_SIGHT);
        }
        if (element.getKind() == ElementKind.ENUM) {
            return new JsonForm.Constants(java, constants(element));
        }
        List<? extends TypeMirror> arguments = ((DeclaredType) type).getTypeArguments();
        if (arguments.size() != element.getTypeParameters().size()) {
            return new JsonForm.Unsupported(java, Reason.OPEN);
        }
        return switch (java.qualifiedName()) {
            case "java.util.List", "java.util.Collection", "java.util.Set", "java.lang.Iterable" ->
                new JsonForm.ListOf(java, held(arguments.get(0)));
            case "java.util.Map" ->
                JavaTypes.of(arguments.get(0)).is("java.lang.String")
                        ? new JsonForm.MapOf(java, held(arguments.get(1)))
                        : new JsonForm.Unsupported(java, Reason.MAP_KEY);
            case ViewNames.GIVEN ->
                new JsonForm.GivenOf(java, form(arguments.get(0)), JavaTypes.isAnnotated(arguments.get(0), NULLABLE));
            case ViewNames.ORM + "Page", ViewNames.ORM + "KeyPage" -> new JsonForm.PageOf(java, form(arguments.get(0)));
            case ViewNames.ORM + "Deleted" -> new JsonForm.DeletedRows(java);
            case ViewNames.ORM + "Ref" ->
                new JsonForm.ReferenceTo(java, new JsonForm.Simple(JavaType.of("", "long"), JsonScalar.LONG));
            case ViewNames.ORM + "AnyRef" -> new JsonForm.AnyReference(java);
            case ViewNames.ORM + "KeyRef" -> new JsonForm.ReferenceTo(java, form(arguments.get(1)));
            default -> object(java, element, type);
        };
    }

    /** Whether arrays can be read into this type. */
    static boolean isReadableList(JavaType type) {
        return READABLE_LISTS.contains(type.qualifiedName());
    }

    static List<String> constants(TypeElement type) {
        return type.getEnclosedElements().stream()
                .filter(element -> element.getKind() == ElementKind.ENUM_CONSTANT)
                .map(element -> element.getSimpleName().toString())
                .toList();
    }

    private JsonForm object(JavaType java, TypeElement element, TypeMirror type) {
        boolean model = Annotation.on(element, Names.MODEL).isPresent();
        boolean json = Annotation.on(element, ViewNames.JSON).isPresent();
        boolean record = element.getKind() == ElementKind.RECORD;
        if (element.getModifiers().contains(Modifier.SEALED)) {
            return sealed(java, element);
        }
        if (!record && !((model || json) && element.getKind() == ElementKind.CLASS)) {
            boolean draft = DraftScanner.modelOf(element).isPresent();
            return new JsonForm.Unsupported(java, draft ? Reason.DRAFT : Reason.UNKNOWN);
        }
        if (!objects.containsKey(java) && around.add(java)) {
            boolean own = json && java.arguments().isEmpty();
            JavaType codec = own ? ownCodec(element) : JavaType.of(file.packageName(), codecName(java));
            List<JsonObjectDef.Foreign> foreign = new ArrayList<>();
            List<JsonFieldDef> fields =
                    record ? components(element, (DeclaredType) type, foreign) : fields(element, foreign);
            boolean whole =
                    record && fields.size() == element.getRecordComponents().size();
            Kind kind = whole ? Kind.RECORD : model ? Kind.MODEL : Kind.CLASS;
            String unknown = Annotation.on(element, ViewNames.JSON)
                    .map(annotation -> annotation.constant("unknown"))
                    .orElse("REFUSE");
            objects.put(
                    java,
                    new JsonObjectDef(
                            java,
                            codec,
                            own ? "CODEC" : "INSTANCE",
                            own,
                            kind,
                            told(element, codec, own, fields),
                            nullness.isKnown(element)
                                    || (own && carried(codec).isPresent())
                                    || definitions.definitionOf(element).isPresent(),
                            !unknown.equals("IGNORE"),
                            whole ? rules.conditions(element, method -> accesses.isVisible(method, from)) : List.of(),
                            Optional.empty(),
                            Optional.empty(),
                            foreign,
                            docs.of(element),
                            SourcePlace.of(element)));
            around.remove(java);
        }
        return new JsonForm.ObjectOf(java);
    }

    /** A type that is one of those it permits. */
    private JsonForm sealed(JavaType java, TypeElement element) {
        if (!element.getTypeParameters().isEmpty()) {
            return new JsonForm.Unsupported(java, Reason.OPEN);
        }
        if (!objects.containsKey(java) && around.add(java)) {
            List<JsonObjectDef.Variant> variants = new ArrayList<>();
            boolean closed = variants(element, variants);
            // Compilers differ in the order in which they tell what is permitted.
            variants.sort(Comparator.comparing(JsonObjectDef.Variant::word));
            Optional<Annotation> json = Annotation.on(element, ViewNames.JSON);
            if (closed) {
                objects.put(
                        java,
                        new JsonObjectDef(
                                java,
                                json.isPresent() ? ownCodec(element) : JavaType.of(file.packageName(), codecName(java)),
                                json.isPresent() ? "CODEC" : "INSTANCE",
                                json.isPresent(),
                                Kind.SEALED,
                                List.of(),
                                true,
                                true,
                                List.of(),
                                Optional.empty(),
                                Optional.of(new JsonObjectDef.Union(discriminator(element, json), variants)),
                                List.of(),
                                docs.of(element),
                                SourcePlace.of(element)));
            }
            around.remove(java);
        }
        return objects.containsKey(java) || around.contains(java)
                ? new JsonForm.ObjectOf(java)
                : new JsonForm.Unsupported(java, Reason.NOT_CLOSED);
    }

    /** What a model's column is called tells its subclasses apart in JSON too. */
    private static String discriminator(TypeElement element, Optional<Annotation> json) {
        return json.map(annotation -> annotation.string("discriminator"))
                .or(() -> Annotation.on(element, Names.MODEL).map(model -> model.string("discriminator")))
                .orElse("type");
    }

    /** Adds the types that a sealed one permits, those among them that are sealed again by what they permit. */
    private boolean variants(TypeElement element, List<JsonObjectDef.Variant> variants) {
        boolean closed = true;
        for (TypeMirror permitted : element.getPermittedSubclasses()) {
            Optional<TypeElement> type = JavaTypes.element(permitted);
            if (type.isPresent() && type.get().getModifiers().contains(Modifier.SEALED)) {
                closed &= variants(type.get(), variants);
            } else if (type.isPresent() && form(permitted) instanceof JsonForm.ObjectOf object) {
                String word = Annotation.on(type.get(), ViewNames.JSON_KIND)
                        .map(annotation -> annotation.string("value"))
                        .orElseGet(() -> Sealing.isSealed(element)
                                ? Sealing.value(type.get())
                                : type.get().getSimpleName().toString());
                JsonObjectDef known = objects.get(object.java());
                // One that is not known yet is a record around this one.
                boolean readable = known == null || known.readable();
                variants.add(new JsonObjectDef.Variant(word, object.java(), readable, SourcePlace.of(type.get())));
            } else {
                closed = false;
            }
        }
        return closed;
    }

    /** The fields with what is known of which may be null: all that is not known to be not. */
    private List<JsonFieldDef> told(TypeElement type, JavaType codec, boolean own, List<JsonFieldDef> found) {
        Optional<ModelDef> definition = definitions.definitionOf(type);
        List<JsonFieldDef> fields =
                definition.map(model -> ordered(found, model)).orElse(found);
        if (nullness.isKnown(type)) {
            return fields;
        }
        Optional<Annotation> carried = own ? carried(codec) : Optional.empty();
        Predicate<String> isNullable = property -> true;
        if (carried.isPresent()) {
            List<String> nullable = carried.get().strings("value").stream()
                    .map(Annotation.Text::text)
                    .toList();
            isNullable = nullable::contains;
        } else if (definition.isPresent()) {
            List<String> never = definition.get().fields().stream()
                    .filter(field -> !DraftScanner.isNullable(field))
                    .map(Field::name)
                    .toList();
            isNullable = property -> !never.contains(property);
        }
        Predicate<String> perhapsNull = isNullable;
        return fields.stream()
                .map(field -> perhapsNull.test(field.property()) ? field.perhapsNull() : field)
                .toList();
    }

    /** In the order of the source: Eclipse's compiler lists those of class files by their names. */
    private static List<JsonFieldDef> ordered(List<JsonFieldDef> fields, ModelDef model) {
        List<String> names = model.fields().stream().map(Field::name).toList();
        return fields.stream()
                .sorted(Comparator.comparingInt(field -> names.indexOf(field.property())))
                .toList();
    }

    /** What the codec of a type that was compiled before says of it. */
    private Optional<Annotation> carried(JavaType codec) {
        return Optional.ofNullable(elements.getTypeElement(codec.qualifiedName()))
                .flatMap(type -> Annotation.on(type, ViewNames.GENERATED_JSON));
    }

    /** {@code NewProductJson}, or {@code NewProductJson.TagJson} of a type inside one that has a codec of its own too. */
    static JavaType ownCodec(TypeElement type) {
        JavaType java = JavaTypes.of(type);
        if (type.getEnclosingElement() instanceof TypeElement outer
                && Annotation.on(outer, ViewNames.JSON).isPresent()) {
            JavaType around = ownCodec(outer);
            return JavaType.of(around.packageName(), around.className() + "." + type.getSimpleName() + "Json");
        }
        return JavaType.of(java.packageName(), java.className().replace(".", "") + "Json");
    }

    private String codecName(JavaType java) {
        String arguments = java.arguments().isEmpty()
                ? ""
                : "Of"
                        + String.join(
                                "And",
                                java.arguments().stream()
                                        .map(JavaType::simpleName)
                                        .toList());
        String name = java.simpleName() + arguments + "Codec";
        if (!codecNames.add(name)) {
            name = java.className().replace(".", "") + arguments + "Codec";
            for (int i = 2; !codecNames.add(name); i++) {
                name = java.className().replace(".", "") + arguments + i + "Codec";
            }
        }
        return file.className() + "." + name;
    }

    private List<JsonFieldDef> components(TypeElement record, DeclaredType type, List<JsonObjectDef.Foreign> foreign) {
        List<JsonFieldDef> fields = new ArrayList<>();
        for (RecordComponentElement component : ElementFilter.recordComponentsIn(record.getEnclosedElements())) {
            Declared declared = Declared.component(component);
            TypeMirror ofType = declared.type();
            if (!record.getTypeParameters().isEmpty()) {
                ofType = ((ExecutableType) types.asMemberOf(type, Objects.requireNonNull(component.getAccessor())))
                        .getReturnType();
            }
            field(declared, ofType, declared.access(), docs.ofComponent(record, declared.name()), foreign)
                    .ifPresent(fields::add);
        }
        return fields;
    }

    private List<JsonFieldDef> fields(TypeElement type, List<JsonObjectDef.Foreign> foreign) {
        List<JsonFieldDef> fields = new ArrayList<>();
        Optional<TypeElement> base = JavaTypes.element(type.getSuperclass());
        if (base.isPresent()
                && (Annotation.on(base.get(), Names.MAPPED_FIELDS).isPresent()
                        || Annotation.on(base.get(), Names.MODEL).isPresent())) {
            fields.addAll(fields(base.get(), foreign));
        }
        for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
            boolean state = field.getKind() == ElementKind.FIELD
                    && !field.getModifiers().contains(Modifier.STATIC)
                    && !field.getModifiers().contains(Modifier.TRANSIENT);
            // To-many relations are not there unless somebody loaded them: a projection says which rows to send.
            if (state && !JavaTypes.of(field.asType()).is(ViewNames.ORM + "Many")) {
                Access access = readAccess(field);
                field(Declared.field(field, access, accesses), field.asType(), access, docs.of(field), foreign)
                        .ifPresent(fields::add);
            }
        }
        return fields;
    }

    /** The field itself if generated code sees it, otherwise its getter. */
    private Access readAccess(VariableElement field) {
        String name = field.getSimpleName().toString();
        if (accesses.isVisible(field, from)) {
            return new Access.Field(name, true);
        }
        return accesses.getter(field)
                .filter(getter -> accesses.isVisible(getter, from))
                .<Access>map(getter -> new Access.Methods(getter.getSimpleName().toString(), ""))
                .orElse(new Access.None(false, false));
    }

    private Optional<JsonFieldDef> field(
            Declared declared, TypeMirror type, Access access, String doc, List<JsonObjectDef.Foreign> foreign) {
        if (declared.annotation(IGNORE).isPresent()) {
            return Optional.empty();
        }
        foreign(declared, foreign);
        String name = declared.annotation(PROPERTY)
                .map(property -> property.string("value"))
                .filter(value -> !value.isEmpty())
                .orElse(declared.name());
        boolean nullable = declared.isNullable() && !rules.refusesNull(declared.bearers());
        List<ValueRule> all = new ArrayList<>(rules.of(declared.bearers(), declared.type()));
        if (JavaTypes.of(type).is(ViewNames.GIVEN)) {
            ((DeclaredType) type)
                    .getTypeArguments()
                    .forEach(argument -> all.addAll(rules.ofArgument(declared.element(), argument)));
        }
        return Optional.of(new JsonFieldDef(
                name,
                declared.name(),
                form(type, declared.element()),
                nullable,
                access,
                all,
                declared.annotation(Names.VERSION).isPresent(),
                doc,
                Examples.of(declared),
                SourcePlace.of(declared.element())));
    }

    /** The annotations of Jackson that change what is written, besides those that we follow. */
    private static void foreign(Declared declared, List<JsonObjectDef.Foreign> foreign) {
        Set<String> seen = new HashSet<>();
        for (Element bearer : declared.bearers()) {
            for (AnnotationMirror mirror : bearer.getAnnotationMirrors()) {
                String name = ((TypeElement) mirror.getAnnotationType().asElement())
                        .getQualifiedName()
                        .toString();
                if (name.startsWith(JACKSON) && !name.equals(PROPERTY) && seen.add(name)) {
                    foreign.add(new JsonObjectDef.Foreign(
                            name.substring(name.lastIndexOf('.') + 1), new SourcePlace(bearer, mirror, null)));
                }
            }
        }
    }
}
