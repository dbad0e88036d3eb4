package dev.plectrum.processor.scan;

import dev.plectrum.processor.expression.Compiled;
import dev.plectrum.processor.expression.JavaCode;
import dev.plectrum.processor.expression.Purpose;
import dev.plectrum.processor.expression.ScopeField;
import dev.plectrum.processor.model.Access;
import dev.plectrum.processor.model.AnyField;
import dev.plectrum.processor.model.CheckDef;
import dev.plectrum.processor.model.ColumnField;
import dev.plectrum.processor.model.DefText;
import dev.plectrum.processor.model.DraftDef;
import dev.plectrum.processor.model.DraftDef.Flaw;
import dev.plectrum.processor.model.DraftDef.Flaw.Mistake;
import dev.plectrum.processor.model.EmbeddedField;
import dev.plectrum.processor.model.Field;
import dev.plectrum.processor.model.JavaType;
import dev.plectrum.processor.model.JsonFieldDef;
import dev.plectrum.processor.model.JsonForm;
import dev.plectrum.processor.model.JsonObjectDef;
import dev.plectrum.processor.model.ModelDef;
import dev.plectrum.processor.model.ModelExpressions;
import dev.plectrum.processor.model.ModelName;
import dev.plectrum.processor.model.RelationField;
import dev.plectrum.processor.model.StoredType;
import dev.plectrum.processor.model.ValueRule;
import dev.plectrum.processor.model.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** Reads bodies that set fields of a model: {@code @Body(fields = "name") UnaryOperator<ProductDraft>}. */
final class DraftScanner {
    private static final String OPERATOR = "java.util.function.UnaryOperator";

    private final Elements elements;
    private final JsonScanner json;
    private final JavaType view;
    private final String version;

    DraftScanner(Elements elements, JsonScanner json, JavaType view, String version) {
        this.elements = elements;
        this.json = json;
        this.view = view;
        this.version = version;
    }

    /** The method that takes a body. */
    record Taker(String method, String verb) {
        boolean changes() {
            return verb.equals("Patch");
        }

        boolean creates() {
            return verb.equals("Post");
        }
    }

    /** The model that this draft is for; empty if it is no draft. */
    static Optional<TypeElement> modelOf(TypeElement draft) {
        return draft.getSuperclass() instanceof DeclaredType base
                        && JavaTypes.of(base).is(ViewNames.DRAFT)
                        && base.getTypeArguments().size() == 1
                ? JavaTypes.element(base.getTypeArguments().get(0))
                : Optional.empty();
    }

    /** The form of a body of this type; empty if it does not set fields of a model. */
    Optional<JsonForm> form(TypeMirror type, Annotation body, Taker taker) {
        JavaType java = JavaTypes.of(type);
        if (!java.is(OPERATOR) || java.arguments().size() != 1) {
            return Optional.empty();
        }
        Optional<TypeElement> draft =
                JavaTypes.element(((DeclaredType) type).getTypeArguments().get(0));
        return draft.flatMap(DraftScanner::modelOf)
                .map(model -> new JsonForm.DraftOf(java, body(java, model, body, taker)));
    }

    private JsonObjectDef body(JavaType java, TypeElement model, Annotation body, Taker taker) {
        JavaType modelType = JavaTypes.of(model);
        ModelName name = new ModelName(modelType.packageName(), modelType.className());
        Map<String, JsonFieldDef> inJson = new LinkedHashMap<>();
        if (json.form(model.asType()) instanceof JsonForm.ObjectOf object) {
            json.types().object(object.java()).fields().forEach(field -> inJson.put(field.property(), field));
        }
        List<Flaw> flaws = new ArrayList<>();
        Optional<ModelDef> def = definition(name, body, flaws);
        List<Annotation.Text> required = body.strings("fields");
        List<Annotation.Text> optional = body.strings("optional");
        if (required.isEmpty() && optional.isEmpty()) {
            flaws.add(new Flaw(Mistake.NONE_NAMED, "", body.place()));
        }
        List<JsonFieldDef> fields = new ArrayList<>();
        Map<String, JavaType> references = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (Annotation.Text named :
                Stream.concat(required.stream(), optional.stream()).toList()) {
            Optional<Field> field = def.flatMap(found -> field(found, named.text()));
            JsonFieldDef written = inJson.get(named.text());
            Optional<Mistake> mistake = !seen.add(named.text())
                    ? Optional.of(Mistake.TWICE)
                    : mistake(field, taker.creates(), written != null);
            if (mistake.isPresent() || written == null) {
                if (def.isPresent()) {
                    flaws.add(new Flaw(mistake.orElse(Mistake.IGNORED), named.text(), named.place()));
                }
                continue;
            }
            fields.add(input(written, field.orElseThrow(), optional.contains(named), taker));
            if (field.orElseThrow() instanceof RelationField relation) {
                ModelName target = relation.end().orElseThrow().model();
                references.put(named.text(), JavaType.of(target.packageName(), target.querySet()));
            }
        }
        List<DraftDef.Check> checks = new ArrayList<>();
        boolean leaves = def.map(found -> checks(found, fields, checks)).orElse(false);
        String method = Words.capital(taker.method()) + "Body";
        DraftDef draft = new DraftDef(
                JavaType.of(view.packageName(), view.className().replace(".", "") + method)
                        .qualifiedName(),
                name,
                java.arguments().get(0),
                references,
                checks,
                leaves,
                flaws,
                def.map(found -> settable(found, taker.creates(), inJson.keySet()))
                        .orElse(List.of()));
        String routes = view.className().replace(".", "") + "Routes";
        return new JsonObjectDef(
                java,
                JavaType.of(view.packageName(), routes + "." + method),
                "INSTANCE",
                false,
                JsonObjectDef.Kind.DRAFT,
                fields,
                true,
                true,
                List.of(),
                Optional.of(draft),
                Optional.empty(),
                List.of(),
                "",
                body.place());
    }

    /** What generated code carries; nothing of a model with problems, which are told where it is declared. */
    private Optional<ModelDef> definition(ModelName name, Annotation body, List<Flaw> flaws) {
        String fields = JavaType.of(name.packageName(), name.fields()).qualifiedName();
        Optional<Annotation> carried = Optional.ofNullable(elements.getTypeElement(fields))
                .flatMap(element -> Annotation.on(element, Names.GENERATED_MODEL));
        if (carried.isPresent() && !carried.get().string("version").equals(version)) {
            flaws.add(new Flaw(Mistake.OTHER_VERSION, "", body.place()));
            return Optional.empty();
        }
        return carried.map(found -> DefText.read(
                found.strings("definition").stream().map(Annotation.Text::text).toList()));
    }

    private static Optional<Field> field(ModelDef model, String name) {
        return model.fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst();
    }

    private static Optional<Mistake> mistake(Optional<Field> found, boolean creates, boolean inJson) {
        if (found.isEmpty()) {
            return Optional.of(Mistake.UNKNOWN);
        }
        Field field = found.get();
        if (field instanceof RelationField relation
                && (relation.stored().size() != 1
                        || !relation.options().to().isEmpty()
                        || relation.end().isEmpty())) {
            return Optional.of(Mistake.RELATION);
        }
        for (ColumnField column : field.columns().toList()) {
            boolean chosen = column.role() == ColumnField.Role.ASSIGNED && creates;
            if (column.isKey() && !chosen) {
                return Optional.of(Mistake.KEY);
            } else if (column.isGenerated()) {
                return Optional.of(Mistake.GENERATED);
            } else if (!column.isDraftable()) {
                return Optional.of(Mistake.AUTOMATIC);
            }
        }
        return inJson ? Optional.empty() : Optional.of(Mistake.IGNORED);
    }

    private static List<String> settable(ModelDef model, boolean creates, Set<String> inJson) {
        return model.fields().stream()
                .filter(field -> mistake(Optional.of(field), creates, inJson.contains(field.name()))
                        .isEmpty())
                .map(Field::name)
                .toList();
    }

    private JsonFieldDef input(JsonFieldDef written, Field field, boolean optional, Taker taker) {
        boolean nullable = isNullable(field);
        JsonForm form = written.form() instanceof JsonForm.ReferenceTo reference ? reference.key() : written.form();
        if (nullable && form instanceof JsonForm.Simple key) {
            form = new JsonForm.Simple(key.java().boxed(), key.scalar());
        }
        boolean defaulted = field.columns().anyMatch(ColumnField::isDefaulted);
        boolean mayBeAbsent = optional || taker.changes() || (taker.creates() && (nullable || defaulted));
        JavaType given = new JavaType(
                "dev.plectrum.web.json", "Given", List.of(form.java().boxed()), 0);
        List<ValueRule> rules = new ArrayList<>(written.rules());
        if (field instanceof ColumnField column) {
            ofColumn(column.type(), written, rules);
        }
        return new JsonFieldDef(
                written.name(),
                written.property(),
                mayBeAbsent ? new JsonForm.GivenOf(given, form, nullable) : form,
                nullable && !mayBeAbsent,
                new Access.None(false, false),
                rules,
                false,
                written.doc(),
                written.examples(),
                written.place());
    }

    /** Whether a row may have nothing there. */
    static boolean isNullable(Field field) {
        if (field instanceof RelationField relation) {
            return relation.nullable();
        }
        if (field instanceof AnyField any) {
            return any.nullable();
        }
        return field instanceof ColumnField column
                ? column.nullable()
                : !(field instanceof EmbeddedField embedded) || embedded.nullable();
    }

    /** What the column's type allows, unless an annotation allows less. */
    private static void ofColumn(StoredType type, JsonFieldDef field, List<ValueRule> rules) {
        if (type instanceof StoredType.Varchar text
                && rules.stream()
                        .noneMatch(rule -> rule instanceof ValueRule.Size size && size.max() <= text.maxLength())) {
            rules.add(new ValueRule.Size(0, text.maxLength(), "", "Column", field.place()));
        } else if (type instanceof StoredType.Numeric number
                && number.java().is("java.math.BigDecimal")
                && rules.stream().noneMatch(ValueRule.Digits.class::isInstance)) {
            int whole = number.precision() - number.scale();
            rules.add(new ValueRule.Digits(whole, number.scale(), "", "Column", field.place()));
        }
    }

    /** Adds the checks that Java evaluates. Returns whether there are others. */
    private static boolean checks(ModelDef model, List<JsonFieldDef> fields, List<DraftDef.Check> checks) {
        Set<String> known = fields.stream().map(JsonFieldDef::property).collect(Collectors.toSet());
        Set<String> certain = fields.stream()
                .filter(field -> !field.isGiven())
                .map(JsonFieldDef::property)
                .collect(Collectors.toSet());
        ModelExpressions expressions = new ModelExpressions(model.name().simple(), model.fields());
        boolean leaves = !model.excludes().isEmpty();
        for (CheckDef check : model.checks()) {
            Optional<Compiled> compiled = expressions.compiled(check.condition().text(), Purpose.check());
            List<String> read = compiled.stream()
                    .flatMap(tree -> tree.fields().stream())
                    .map(ScopeField::name)
                    .toList();
            Optional<JavaCode> java = compiled.filter(tree -> !tree.canFail() && known.containsAll(read))
                    .flatMap(tree -> tree.java(ScopeField::name));
            java.ifPresent(
                    code -> checks.add(new DraftDef.Check(check.condition().text(), code, read)));
            leaves |= java.isEmpty() || !certain.containsAll(read);
        }
        return leaves;
    }
}
