package dev.plectrum.processor.scan;

import dev.plectrum.processor.model.JavaType;
import dev.plectrum.processor.model.JsonForm;
import dev.plectrum.processor.model.ParameterDef;
import dev.plectrum.processor.model.ParameterDef.Part;
import dev.plectrum.processor.model.ParameterDef.Presence;
import dev.plectrum.processor.model.ParameterDef.Source;
import dev.plectrum.processor.model.ParameterDef.What;
import dev.plectrum.processor.model.RoutePath;
import dev.plectrum.processor.model.TextForm;
import dev.plectrum.processor.model.TextScalar;
import dev.plectrum.processor.model.ValueRule;
import dev.plectrum.processor.report.SourcePlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads the parameters of a view's methods: where their values come from, and how. */
final class ParameterScanner {
    private static final Set<String> NULLABLE = Set.of(Names.NULLABLE);
    private static final List<String> PLACES = List.of("Query", "Header", "Cookie", "Form", "Body");

    private final Types types;
    private final Elements elements;
    private final Accesses accesses;
    private final PackageElement from;
    private final JsonScanner json;
    private final ValueRules rules;
    private final Docs docs;
    private final DraftScanner drafts;

    ParameterScanner(Elements elements, Types types, PackageElement from, JsonScanner json, DraftScanner drafts) {
        this.drafts = drafts;
        this.types = types;
        this.elements = elements;
        this.accesses = new Accesses(elements, types);
        this.from = from;
        this.json = json;
        this.rules = new ValueRules(elements);
        this.docs = new Docs(elements);
    }

    ParameterDef parameter(VariableElement parameter, RoutePath path, DraftScanner.Taker taker, String doc) {
        TypeMirror type = parameter.asType();
        boolean nullable = JavaTypes.isAnnotated(type, NULLABLE)
                || Annotation.on(parameter, Names.NULLABLE).isPresent();
        return new ParameterDef(
                parameter.getSimpleName().toString(),
                JavaTypes.of(type),
                nullable,
                source(parameter, type, nullable, path, taker),
                rules(List.of(parameter), type),
                doc,
                Examples.on(parameter),
                SourcePlace.of(parameter));
    }

    private Source source(
            VariableElement parameter, TypeMirror type, boolean nullable, RoutePath path, DraftScanner.Taker taker) {
        List<Annotation> said = PLACES.stream()
                .flatMap(name -> Annotation.on(parameter, ViewNames.ANNOTATIONS + name).stream())
                .toList();
        if (said.size() > 1) {
            return new Source.Contradictory(
                    said.stream().map(Annotation::simpleName).toList());
        }
        String name = parameter.getSimpleName().toString();
        if (!said.isEmpty()) {
            return annotated(said.get(0), name, type, nullable, taker);
        }
        int index = path.parameters().indexOf(name);
        if (index >= 0) {
            return new Source.Path(index, text(type));
        }
        return known(type).orElseGet(() -> new Source.Nowhere(text(type)));
    }

    /** What must hold for a text, or for each of several. Nobody names groups for these. */
    private List<ValueRule> rules(List<? extends Element> bearers, TypeMirror type) {
        List<ValueRule> all = new ArrayList<>(rules.of(bearers, type));
        JavaType java = JavaTypes.of(type);
        if (java.is("java.util.List") && java.arguments().size() == 1) {
            TypeMirror element = ((DeclaredType) type).getTypeArguments().get(0);
            rules.ofArgument(bearers.get(0), element).forEach(rule -> all.add(new ValueRule.Each(rule)));
        }
        return all.stream()
                .map(rule -> rule instanceof ValueRule.InGroups grouped
                        ? new ValueRule.Unknown(
                                "belongs to groups, which only bodies have", "", grouped.annotation(), grouped.place())
                        : rule)
                .toList();
    }

    private Source annotated(
            Annotation said, String name, TypeMirror type, boolean nullable, DraftScanner.Taker taker) {
        String given = said.string("value");
        return switch (said.simpleName()) {
            case "Query" -> text(Part.QUERY, given.isEmpty() ? name : given, type, nullable, Optional.of(said));
            case "Header" ->
                text(Part.HEADER, given.isEmpty() ? headerCase(name) : given, type, nullable, Optional.empty());
            case "Cookie" -> text(Part.COOKIE, given.isEmpty() ? name : given, type, nullable, Optional.empty());
            case "Form" ->
                JavaTypes.of(type).is(ViewNames.UPLOAD)
                        ? new Source.File(given.isEmpty() ? name : given)
                        : text(Part.FORM, given.isEmpty() ? name : given, type, nullable, Optional.empty());
            default -> body(said, type, taker);
        };
    }

    private Source body(Annotation said, TypeMirror type, DraftScanner.Taker taker) {
        JavaType java = JavaTypes.of(type);
        if (java.is(ViewNames.BUFFER)) {
            return new Source.RawBody(false);
        }
        if (java.is(ViewNames.READ_STREAM)) {
            return new Source.RawBody(true);
        }
        boolean named =
                !said.strings("fields").isEmpty() || !said.strings("optional").isEmpty();
        return new Source.Body(
                drafts.form(type, said, taker).orElseGet(() -> json.form(type, said.element())),
                named,
                RouteScanner.classes(said, "groups"));
    }

    /** {@code If-Match} of {@code ifMatch}. */
    private static String headerCase(String name) {
        StringBuilder header = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c) && i > 0) {
                header.append('-');
            }
            header.append(i == 0 ? Character.toUpperCase(c) : c);
        }
        return header.toString();
    }

    private Source text(Part part, String name, TypeMirror type, boolean nullable, Optional<Annotation> query) {
        Optional<TypeElement> element = JavaTypes.element(type);
        JavaType java = JavaTypes.of(type);
        if (java.is("java.util.List") && java.arguments().size() == 1) {
            TypeMirror of = ((DeclaredType) type).getTypeArguments().get(0);
            return new Source.Text(part, name, text(of), new Presence.Many());
        }
        TextForm form = text(type);
        boolean parts = form instanceof TextForm.Unreadable
                && element.isPresent()
                && element.get().getKind() == ElementKind.RECORD
                && element.get().getTypeParameters().isEmpty()
                && (part == Part.QUERY || part == Part.FORM);
        if (parts) {
            return new Source.Parts(part, components(element.get(), part));
        }
        String other = query.map(annotation -> annotation.string("orElse")).orElse("");
        if (!other.isEmpty()) {
            return new Source.Text(
                    part,
                    name,
                    form,
                    new Presence.Default(other, query.orElseThrow().place("orElse")));
        }
        return new Source.Text(part, name, form, nullable ? new Presence.Optional() : new Presence.Required());
    }

    private List<ParameterDef> components(TypeElement record, Part part) {
        List<ParameterDef> components = new ArrayList<>();
        for (RecordComponentElement component : ElementFilter.recordComponentsIn(record.getEnclosedElements())) {
            Declared declared = Declared.component(component);
            Optional<Annotation> query = declared.annotation(ViewNames.ANNOTATIONS + "Query");
            String given = query.map(annotation -> annotation.string("value")).orElse("");
            boolean nullable = declared.isNullable() && !rules.refusesNull(declared.bearers());
            Source source = JavaTypes.of(declared.type()).is(ViewNames.UPLOAD)
                    ? new Source.File(declared.name())
                    : text(part, given.isEmpty() ? declared.name() : given, declared.type(), nullable, query);
            components.add(new ParameterDef(
                    declared.name(),
                    JavaTypes.of(declared.type()),
                    nullable,
                    source,
                    rules(declared.bearers(), declared.type()),
                    docs.ofComponent(record, declared.name()),
                    Examples.of(declared),
                    SourcePlace.of(declared.element())));
        }
        return components;
    }

    /** How texts become this type. */
    TextForm text(TypeMirror type) {
        JavaType java = JavaTypes.of(type);
        Optional<TextScalar> scalar = TextScalar.of(java);
        if (scalar.isPresent()) {
            return new TextForm.Usual(scalar.get());
        }
        Optional<TypeElement> element = JavaTypes.element(type);
        if (element.isEmpty() || !accesses.isTypeVisible(element.get(), from)) {
            return new TextForm.Unreadable(java);
        }
        if (element.get().getKind() == ElementKind.ENUM) {
            return new TextForm.Constants(java, JsonScanner.constants(element.get()));
        }
        return ElementFilter.fieldsIn(element.get().getEnclosedElements()).stream()
                .filter(field -> field.getModifiers().contains(Modifier.STATIC))
                .filter(field -> accesses.isVisible(field, from))
                .filter(field -> isTextTypeOf(field, type))
                .findFirst()
                .<TextForm>map(
                        field -> new TextForm.Own(java, field.getSimpleName().toString()))
                .orElse(new TextForm.Unreadable(java));
    }

    private boolean isTextTypeOf(Element field, TypeMirror type) {
        return field.asType() instanceof DeclaredType declared
                && JavaTypes.of(declared).is(ViewNames.TEXT_TYPE)
                && declared.getTypeArguments().size() == 1
                && types.isSameType(declared.getTypeArguments().get(0), type);
    }

    private Optional<Source> known(TypeMirror type) {
        JavaType java = JavaTypes.of(type);
        Optional<What> what =
                switch (java.qualifiedName()) {
                    case ViewNames.REQUEST -> Optional.of(What.REQUEST);
                    case ViewNames.SESSION -> Optional.of(What.SESSION);
                    case "java.util.Locale" -> Optional.of(What.LOCALE);
                    case ViewNames.IF_MATCH -> Optional.of(What.IF_MATCH);
                    case ViewNames.PAGE_REQUEST -> Optional.of(What.PAGE);
                    default -> isUser(type) ? Optional.of(What.USER) : Optional.empty();
                };
        if (what.isPresent()) {
            return what.map(Source.Known::new);
        }
        if (java.is(ViewNames.CONVERSATION) && java.arguments().size() == 2) {
            List<? extends TypeMirror> messages = ((DeclaredType) type).getTypeArguments();
            JsonForm in = json.form(messages.get(0));
            return Optional.of(new Source.WebSocket(in, json.form(messages.get(1))));
        }
        return Optional.empty();
    }

    private boolean isUser(TypeMirror type) {
        TypeElement user = elements.getTypeElement(ViewNames.USER);
        return user != null
                && JavaTypes.element(type).isPresent()
                && types.isSubtype(types.erasure(type), types.erasure(Objects.requireNonNull(user.asType())));
    }
}
