package dev.plectrum.processor.scan;

import dev.plectrum.processor.model.CheckDef;
import dev.plectrum.processor.model.ColumnField;
import dev.plectrum.processor.model.EmbeddedField;
import dev.plectrum.processor.model.ExcludeDef;
import dev.plectrum.processor.model.Field;
import dev.plectrum.processor.model.IndexDef;
import dev.plectrum.processor.model.JavaType;
import dev.plectrum.processor.model.KindField;
import dev.plectrum.processor.model.ModelDef;
import dev.plectrum.processor.model.ModelDef.Flaw;
import dev.plectrum.processor.model.ModelDef.Shape;
import dev.plectrum.processor.model.ModelExpressions;
import dev.plectrum.processor.model.ModelName;
import dev.plectrum.processor.model.Named;
import dev.plectrum.processor.model.Place;
import dev.plectrum.processor.model.RelationField;
import dev.plectrum.processor.model.TableFacts;
import dev.plectrum.processor.model.UniqueDef;
import dev.plectrum.processor.model.Unresolved;
import dev.plectrum.processor.model.Words;
import dev.plectrum.processor.report.SourcePlace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads a class into a Def. Whatever is wrong with it becomes a fact of the Def. */
public final class ModelScanner implements Targets {
    private final Elements elements;
    private final Types types;
    private final Accesses accesses;
    private final StoredTypes storedTypes;
    private final CompiledNow compiledNow;
    private final CarriedDefinitions definitions;
    private final Shapes shapes;

    /** A scanner for the compilation that these belong to, and for Defs that this version of the processor has written. */
    public ModelScanner(Elements elements, Types types, CompiledNow compiledNow, String version) {
        this.elements = elements;
        this.types = types;
        this.accesses = new Accesses(elements, types);
        this.storedTypes = new StoredTypes(types, accesses);
        this.compiledNow = compiledNow;
        this.definitions = new CarriedDefinitions(elements, compiledNow, version);
        this.shapes = new Shapes(elements, accesses);
    }

    /** Reads a model, a base class of models, or a record that models embed. */
    public Scan scan(TypeElement type) {
        Optional<TypeElement> base = Sealing.isSealed(type) ? Optional.of(type) : parentOf(type);
        if (base.filter(Sealing::isSealed).filter(compiledNow::test).isEmpty()) {
            return alone(type);
        }
        List<Scan> family = family(base.get());
        String name = JavaTypes.of(type).qualifiedName();
        return family.stream()
                .filter(scan -> scan.model().name().qualified().equals(name))
                .findFirst()
                .orElseGet(() -> alone(type))
                .in(family);
    }

    private Scan alone(TypeElement type) {
        Declarations declarations = declarations(type, this::relationsOf);
        return new Scan(model(type, declarations), declarations.unresolved(), definitions.unreliable(), List.of());
    }

    /** A sealed model with its subclasses, and these. */
    private List<Scan> family(TypeElement base) {
        List<Scan> kinds = Sealing.kinds(base).stream()
                .map(kind -> definitions
                        .definitionOf(kind)
                        .map(known -> new Scan(understood(known), List.of(), List.of(), List.of()))
                        .orElseGet(() -> alone(kind)))
                .toList();
        Scan whole = alone(base);
        List<Field> fields = new ArrayList<>(whole.model().fields());
        kinds.forEach(kind -> fields.add(field(kind.model())));
        List<Scan> family = new ArrayList<>();
        family.add(new Scan(whole.model().withFields(fields), whole.unresolved(), whole.unreliable(), List.of()));
        family.addAll(kinds);
        return family;
    }

    /** A Def that was written when its model was compiled, with the SQL of its expressions, which does not travel. */
    private static ModelDef understood(ModelDef known) {
        ModelExpressions expressions = new ModelExpressions(known.name().simple(), known.fields());
        Constraints constraints = new Constraints(expressions);
        return new ModelDef(
                known.name(),
                known.shape(),
                known.table(),
                known.schema(),
                known.comment(),
                known.parent(),
                known.proxied(),
                known.kind(),
                expressions.fields(),
                known.ordering(),
                known.indexes().stream().map(constraints::again).toList(),
                known.uniques().stream().map(constraints::again).toList(),
                known.checks().stream().map(constraints::again).toList(),
                known.excludes().stream().map(constraints::again).toList(),
                known.place());
    }

    private static KindField field(ModelDef kind) {
        String name = Words.variable(kind.name().simple());
        return new KindField(
                name,
                kind,
                kind.unshared().stream()
                        .map(field -> Reparented.into(field, name + ".", "", true))
                        .map(field -> field instanceof ColumnField column ? column.asValue() : field)
                        .toList());
    }

    private Function<Declared, Optional<Field>> relationsOf(TypeElement type) {
        Relations relations = new Relations(this, () -> shallow(type));
        AnyReferences any = new AnyReferences(this, types);
        return declared -> relations.of(declared).<Field>map(field -> field).or(() -> any.of(declared));
    }

    /**
     * What a model and its bases declare.
     *
     * @param parent the model that it extends
     * @param proxied the model that it is another face of
     * @param base the sealed model whose table it shares
     * @param annotated the types whose annotations count, the topmost first
     * @param carried the Defs of bases that compiled before
     */
    private record Declarations(
            List<Field> fields,
            Optional<ModelDef.Parent> parent,
            Optional<ModelDef> proxied,
            Optional<ModelDef> base,
            List<TypeElement> annotated,
            List<ModelDef> carried,
            List<Unresolved> unresolved,
            List<Flaw> flaws) {
        /** The model whose table it has; none if the table is its own. */
        Optional<ModelDef> tableOf() {
            return proxied.or(() -> base);
        }
    }

    /** How relations of a type are read: with what they lead to, or without. */
    private interface RelationsOf extends Function<TypeElement, Function<Declared, Optional<Field>>> {}

    private Declarations declarations(TypeElement type, RelationsOf relationsOf) {
        Function<Declared, Optional<Field>> relations = relationsOf.apply(type);
        PackageElement from = elements.getPackageOf(type);
        FieldScanner fieldScanner = new FieldScanner(storedTypes, from, definitions, compiledNow, relations);
        List<Field> fields = new ArrayList<>();
        List<TypeElement> annotated = new ArrayList<>();
        List<ModelDef> carried = new ArrayList<>();
        Optional<TypeElement> above = parentOf(type);
        Optional<ModelDef> proxied =
                above.filter(element -> isProxy(type)).map(element -> definitionOf(element, relationsOf));
        Optional<ModelDef> shared = above.filter(element -> !isProxy(type))
                .filter(Sealing::isSealed)
                .map(element -> definitionOf(element, relationsOf).withoutKinds());
        proxied.or(() -> shared).ifPresent(model -> model.fields()
                .forEach(field -> fields.add(inherited(field, above.orElseThrow(), from))));
        Optional<ModelDef.Parent> parent = proxied.isPresent()
                ? proxied.get().parent()
                : above.filter(element -> shared.isEmpty()).map(element -> parent(element, relationsOf, from, fields));
        for (TypeElement base : bases(type)) {
            Optional<ModelDef> definition = definitions.definitionOf(base);
            if (definition.isPresent()) {
                carried.add(definition.get());
                definition.get().fields().forEach(field -> fields.add(inherited(field, base, from)));
            } else {
                annotated.add(base);
                fields.addAll(declaredFields(base, from, fieldScanner));
            }
        }
        annotated.add(type);
        fields.addAll(declaredFields(type, from, fieldScanner));
        if (Sealing.isSealed(type)) {
            fields.add(Sealing.discriminator(type));
        }
        return new Declarations(
                fields, parent, proxied, shared, annotated, carried, fieldScanner.unresolved(), fieldScanner.flaws());
    }

    /** The model that a type extends, if any. */
    private static Optional<TypeElement> parentOf(TypeElement type) {
        Optional<TypeElement> at = JavaTypes.element(type.getSuperclass());
        while (at.isPresent() && Annotation.on(at.get(), Names.MODEL).isEmpty()) {
            at = JavaTypes.element(at.get().getSuperclass());
        }
        return at;
    }

    private ModelDef definitionOf(TypeElement model, RelationsOf relationsOf) {
        return definitions.definitionOf(model).orElseGet(() -> model(model, declarations(model, relationsOf)));
    }

    private static Optional<Flaw> proxyFlaw(TypeElement type, Declarations declarations) {
        if (!isProxy(type)) {
            return Optional.empty();
        }
        if (declarations.proxied().isEmpty()) {
            return Optional.of(new Flaw(Flaw.Kind.PROXY, "extends no model", SourcePlace.of(type)));
        }
        int inherited = declarations.proxied().get().fields().size();
        return declarations.fields().stream()
                .skip(inherited)
                .findFirst()
                .map(own ->
                        new Flaw(Flaw.Kind.PROXY, "has the field " + own.name() + " of its own", SourcePlace.of(type)));
    }

    private static boolean isProxy(TypeElement type) {
        return Annotation.on(type, Names.MODEL)
                .filter(model -> model.bool("proxy"))
                .isPresent();
    }

    /** Adds the fields of the model that a type extends, and tells what else of it matters. */
    private ModelDef.Parent parent(TypeElement type, RelationsOf relationsOf, PackageElement from, List<Field> fields) {
        ModelDef parent = definitionOf(type, relationsOf);
        TableFacts facts = new TableFacts(parent);
        for (Field field : parent.fields()) {
            Field reached = inherited(field, type, from);
            fields.add(
                    reached instanceof RelationField relation
                            ? relation.asInherited()
                            : reached instanceof ColumnField column
                                    ? column.inheritedAs(parent.table() + "_" + column.column())
                                    : reached instanceof EmbeddedField embedded ? embedded.asInherited() : reached);
        }
        return new ModelDef.Parent(
                parent.name(),
                facts.sqlName(),
                String.join(" ", facts.from()),
                parent.key().stream().map(ColumnField::column).toList());
    }

    @Override
    public Optional<Target> find(TypeElement type) {
        if (Annotation.on(type, Names.MODEL).isEmpty()) {
            return Optional.empty();
        }
        Optional<ModelDef> carried = definitions.definitionOf(type);
        return Optional.of(carried.map(ModelScanner::target).orElseGet(() -> shallow(type)));
    }

    @Override
    public Optional<Target> find(String qualifiedName) {
        return Optional.ofNullable(elements.getTypeElement(qualifiedName)).flatMap(this::find);
    }

    private static Target target(ModelDef model) {
        Set<String> unique = new HashSet<>();
        model.uniques().stream()
                .filter(found -> found.fields().size() == 1 && !found.isIndex())
                .forEach(found -> unique.add(found.fields().get(0).field()));
        return new Target(
                model.name(),
                model.table(),
                model.schema(),
                model.kind().isPresent() ? Words.snake(model.name().stem()) : "",
                model.parent().map(ModelDef.Parent::name),
                model.fields(),
                unique);
    }

    /** A model without what its relations lead to, which could lead back here. */
    private Target shallow(TypeElement type) {
        Declarations declarations = declarations(type, element -> ModelScanner::shallowRelation);
        JavaType java = JavaTypes.of(type);
        ModelName name = new ModelName(java.packageName(), java.className());
        Set<String> unique = new HashSet<>();
        for (Annotation found : Annotation.allOn(type, Names.UNIQUE)) {
            List<Annotation.Text> names = found.strings("fields");
            if (names.size() == 1
                    && found.string("where").isEmpty()
                    && found.strings("expressions").isEmpty()) {
                unique.add(names.get(0).text());
            }
        }
        Optional<Annotation> model = Annotation.on(type, Names.MODEL);
        return new Target(
                name,
                declarations.tableOf().map(ModelDef::table).orElseGet(() -> table(model, name)),
                declarations.tableOf().map(ModelDef::schema).orElseGet(() -> model.map(found -> found.string("schema"))
                        .orElse("")),
                declarations.base().isPresent() ? Words.snake(name.stem()) : "",
                declarations.parent().map(ModelDef.Parent::name),
                declarations.fields(),
                unique);
    }

    private static Optional<Field> shallowRelation(Declared declared) {
        return Relations.annotationOn(declared)
                .<Field>map(found -> Relations.shallow(declared, found.kind(), found.annotation()))
                .or(() -> AnyReferences.shallow(declared));
    }

    private static String table(Optional<Annotation> model, ModelName name) {
        String table = model.map(found -> found.string("table")).orElse("");
        return table.isEmpty() ? Words.snake(name.stem()) : table;
    }

    /** The base classes whose fields the model has too, the topmost first. */
    private static List<TypeElement> bases(TypeElement type) {
        List<TypeElement> bases = new ArrayList<>();
        Optional<TypeElement> at = JavaTypes.element(type.getSuperclass());
        while (at.isPresent() && Annotation.on(at.get(), Names.MODEL).isEmpty()) {
            if (Annotation.on(at.get(), Names.MAPPED_FIELDS).isPresent()) {
                bases.add(0, at.get());
            }
            at = JavaTypes.element(at.get().getSuperclass());
        }
        return bases;
    }

    private List<Field> declaredFields(TypeElement type, PackageElement from, FieldScanner scanner) {
        List<Field> fields = new ArrayList<>();
        if (type.getKind() == ElementKind.RECORD) {
            for (RecordComponentElement component : ElementFilter.recordComponentsIn(type.getEnclosedElements())) {
                fields.add(scanner.field(Declared.component(component)));
            }
            return fields;
        }
        for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
            boolean kept = field.getModifiers().contains(Modifier.STATIC)
                    || field.getModifiers().contains(Modifier.TRANSIENT);
            if (!kept && field.getKind() == ElementKind.FIELD) {
                fields.add(scanner.field(Declared.field(field, accesses.of(field, from), accesses)));
            }
        }
        return fields;
    }

    /** A field of a base class that compiled before: how it is reached depends on who inherits it. */
    private Field inherited(Field field, TypeElement base, PackageElement from) {
        List<VariableElement> declared = new ArrayList<>();
        for (Optional<TypeElement> at = Optional.of(base);
                at.isPresent();
                at = JavaTypes.element(at.get().getSuperclass())) {
            declared.addAll(ElementFilter.fieldsIn(at.get().getEnclosedElements()));
        }
        return declared.stream()
                .filter(element -> element.getSimpleName().contentEquals(field.name()))
                .findFirst()
                .map(element -> field.withAccess(accesses.of(element, from)))
                .orElse(field);
    }

    private ModelDef model(TypeElement type, Declarations declarations) {
        JavaType java = JavaTypes.of(type);
        ModelName name = new ModelName(java.packageName(), java.className());
        Optional<Annotation> model = Annotation.on(type, Names.MODEL);
        ModelExpressions expressions = new ModelExpressions(name.simple(), declarations.fields());
        List<IndexDef> indexes = new ArrayList<>();
        List<UniqueDef> uniques = new ArrayList<>();
        List<CheckDef> checks = new ArrayList<>();
        List<ExcludeDef> excludes = new ArrayList<>();
        Constraints constraints = new Constraints(expressions);
        for (ModelDef base : declarations.carried()) {
            base.indexes().forEach(index -> indexes.add(constraints.again(index)));
            base.uniques().forEach(unique -> uniques.add(constraints.again(unique)));
            base.checks().forEach(check -> checks.add(constraints.again(check)));
            base.excludes().forEach(exclude -> excludes.add(constraints.again(exclude)));
        }
        for (TypeElement bearer : declarations.annotated()) {
            Annotation.allOn(bearer, Names.INDEX).forEach(found -> indexes.add(constraints.index(found)));
            Annotation.allOn(bearer, Names.UNIQUE).forEach(found -> uniques.add(constraints.unique(found)));
            Annotation.allOn(bearer, Names.CHECK).forEach(found -> checks.add(constraints.check(found)));
            Annotation.allOn(bearer, Names.EXCLUDE).forEach(found -> excludes.add(constraints.exclude(found)));
        }
        List<Flaw> flaws = new ArrayList<>(shapes.flaws(type));
        flaws.addAll(declarations.flaws());
        proxyFlaw(type, declarations).ifPresent(flaws::add);
        flaws.addAll(Sealing.flaws(type, parentOf(type), elements));
        List<Named> ordering =
                model.map(found -> Constraints.named(found, "ordering")).orElse(List.of());
        return new ModelDef(
                name,
                new Shape(model.isPresent(), type.getKind() == ElementKind.RECORD, shapes.isPublic(type), flaws),
                declarations.tableOf().map(ModelDef::table).orElseGet(() -> table(model, name)),
                declarations.tableOf().map(ModelDef::schema).orElseGet(() -> model.map(found -> found.string("schema"))
                        .orElse("")),
                model.map(found -> found.string("comment")).orElse(""),
                declarations.parent(),
                declarations.proxied().map(ModelDef::name),
                declarations
                        .base()
                        .map(found -> new ModelDef.OneOf(
                                found.name(),
                                Sealing.value(type),
                                found.fields().size())),
                expressions.fields(),
                ordering.isEmpty() ? declarations.base().map(ModelDef::ordering).orElse(ordering) : ordering,
                indexes,
                uniques,
                checks,
                excludes,
                model.<Place>map(Annotation::place).orElse(SourcePlace.of(type)));
    }
}
