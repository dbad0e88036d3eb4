package dev.plectrum.processor.scan;

import dev.plectrum.processor.expression.Identifier;
import dev.plectrum.processor.model.AnyField;
import dev.plectrum.processor.model.ColumnField;
import dev.plectrum.processor.model.Field;
import dev.plectrum.processor.model.JavaType;
import dev.plectrum.processor.model.RelationEnd;
import dev.plectrum.processor.model.RelationField;
import dev.plectrum.processor.model.RelationField.Flaw;
import dev.plectrum.processor.model.RelationField.Kind;
import dev.plectrum.processor.model.RelationOptions;
import dev.plectrum.processor.model.Words;
import dev.plectrum.processor.report.SourcePlace;
import dev.plectrum.processor.scan.Targets.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads relations, of which half stands in another model. */
final class Relations {
    private static final String REF = "dev.plectrum.orm.Ref";
    private static final String KEY_REF = "dev.plectrum.orm.KeyRef";
    private static final String MANY = "dev.plectrum.orm.Many";
    private static final Set<String> INTEGERS = Set.of("java.lang.Long", "java.lang.Integer", "java.lang.Short");

    private final Targets targets;
    /** The model itself: its table and its own fields but relations. */
    private final Supplier<Target> self;

    Relations(Targets targets, Supplier<Target> self) {
        this.targets = targets;
        this.self = self;
    }

    /** A relation's annotation. */
    record Found(Kind kind, Annotation annotation) {}

    /** The annotation that makes the field a relation, if any. */
    static Optional<Found> annotationOn(Declared declared) {
        for (Kind kind : Kind.values()) {
            Optional<Annotation> annotation = declared.annotation(annotationOf(kind));
            if (annotation.isPresent()) {
                return Optional.of(new Found(kind, annotation.get()));
            }
        }
        return Optional.empty();
    }

    /** The relation that the field is annotated as, if any. */
    Optional<RelationField> of(Declared declared) {
        return annotationOn(declared).map(found -> relation(declared, found.kind(), found.annotation()));
    }

    private static String annotationOf(Kind kind) {
        return switch (kind) {
            case FOREIGN_KEY -> Names.FOREIGN_KEY;
            case ONE_TO_ONE -> Names.ONE_TO_ONE;
            case MANY_TO_MANY -> Names.MANY_TO_MANY;
            case REVERSE -> Names.REVERSE;
        };
    }

    /** A relation that is known by what its annotation says only. */
    static RelationField shallow(Declared declared, Kind kind, Annotation annotation) {
        String column = annotation.string("column");
        return new RelationField(
                declared.name(),
                kind,
                JavaTypes.of(declared.type()),
                declared.isNullable(),
                declared.access(),
                new RelationOptions(
                        annotation.constant("onDelete"),
                        annotation.string("to"),
                        kind.isStored() && column.isEmpty() ? Words.snake(declared.name()) + "_id" : column,
                        annotation.strings("columns").stream()
                                .map(Annotation.Text::text)
                                .toList(),
                        annotation.string("dbDefault"),
                        annotation.string("set"),
                        annotation.constant("deferrable"),
                        annotation.bool("index"),
                        annotation.string("table"),
                        annotation
                                .type("through")
                                .map(type -> JavaTypes.of(type).qualifiedName())
                                .orElse(""),
                        annotation.strings("throughFields").stream()
                                .map(Annotation.Text::text)
                                .toList(),
                        annotation.bool("symmetrical"),
                        annotation.string("value"),
                        annotation.places()),
                List.of(),
                Optional.empty(),
                false,
                Optional.empty(),
                SourcePlace.of(declared.element()));
    }

    private RelationField relation(Declared declared, Kind kind, Annotation annotation) {
        RelationField shallow = shallow(declared, kind, annotation);
        List<? extends TypeMirror> arguments =
                declared.type() instanceof DeclaredType type ? type.getTypeArguments() : List.of();
        boolean toOne = shallow.java().is(REF) || shallow.java().is(KEY_REF);
        boolean fits =
                switch (kind) {
                    case FOREIGN_KEY, ONE_TO_ONE -> toOne;
                    case MANY_TO_MANY -> shallow.java().is(MANY);
                    case REVERSE -> toOne || shallow.java().is(MANY);
                };
        if (arguments.isEmpty() || !fits) {
            return flawed(
                    shallow,
                    Flaw.Mistake.JAVA_TYPE,
                    (kind.isStored() ? "Ref" : "Many")
                            + (arguments.isEmpty()
                                    ? ""
                                    : "<" + JavaTypes.of(arguments.get(0)).display() + ">"));
        }
        Optional<TypeElement> element = JavaTypes.element(arguments.get(0));
        Optional<Target> target = element.flatMap(targets::find);
        if (target.isEmpty()) {
            return flawed(
                    shallow,
                    Flaw.Mistake.NOT_A_MODEL,
                    JavaTypes.of(arguments.get(0)).display());
        }
        return switch (kind) {
            case FOREIGN_KEY, ONE_TO_ONE -> toOne(shallow, target.get(), arguments);
            case MANY_TO_MANY -> manyToMany(shallow, target.get());
            case REVERSE -> reverse(shallow, target.get());
        };
    }

    private static RelationField flawed(RelationField field, Flaw.Mistake kind, String detail) {
        return new RelationField(
                field.name(),
                field.kind(),
                field.java(),
                field.nullable(),
                field.access(),
                field.options(),
                List.of(),
                Optional.empty(),
                false,
                Optional.of(new Flaw(kind, detail)),
                field.place());
    }

    private static RelationField found(RelationField field, List<ColumnField> stored, RelationEnd end) {
        return new RelationField(
                field.name(),
                field.kind(),
                field.java(),
                field.nullable(),
                field.access(),
                field.options(),
                stored,
                Optional.of(end),
                false,
                Optional.empty(),
                field.place());
    }

    private static RelationField toOne(RelationField field, Target target, List<? extends TypeMirror> arguments) {
        String to = field.options().to();
        List<ColumnField> columns = Field.columnsOf(target.fields());
        if (to.isEmpty() && keyOf(columns).size() > 1) {
            return composite(field, target, keyOf(columns), arguments);
        }
        Optional<ColumnField> key = to.isEmpty()
                ? singleKey(columns)
                : columns.stream().filter(column -> column.name().equals(to)).findFirst();
        if (key.isEmpty()) {
            return to.isEmpty()
                    ? flawed(field, Flaw.Mistake.NO_SINGLE_KEY, target.name().simple())
                    : flawed(
                            field, Flaw.Mistake.UNKNOWN_FIELD, target.name().simple() + " has no field \"" + to + "\"");
        }
        if (!to.isEmpty() && !key.get().isKey() && !isUnique(key.get(), target)) {
            return flawed(field, Flaw.Mistake.NOT_UNIQUE, target.name().simple() + "." + to);
        }
        JavaType keyType = key.get().java().boxed();
        boolean integer = to.isEmpty() && INTEGERS.contains(keyType.qualifiedName());
        if (!isReference(field, keyType, integer)) {
            return flawed(field, Flaw.Mistake.JAVA_TYPE, reference(target, keyType, integer));
        }
        ColumnField stored = RelationField.storedColumn(
                field.name(),
                keyType,
                key.get().type(),
                field.options().column(),
                field.nullable(),
                field.access(),
                field.options().dbDefault(),
                field.place());
        return found(
                field,
                List.of(stored),
                new RelationEnd(
                        target.name(), sqlName(target), List.of(endColumn(key.get())), List.of(), Optional.empty()));
    }

    /** {@code Ref<Category>}, or {@code KeyRef<Country, String>}. */
    private static String reference(Target target, JavaType key, boolean integer) {
        String name = target.name().simple();
        return integer ? "Ref<" + name + ">" : "KeyRef<" + name + ", " + key.display() + ">";
    }

    private static boolean isReference(RelationField field, JavaType key, boolean integer) {
        return integer
                ? field.java().is(REF)
                : field.java().is(KEY_REF) && field.java().arguments().get(1).equals(key);
    }

    private static RelationEnd.Column endColumn(ColumnField column) {
        return new RelationEnd.Column(column.column(), column.name(), column.type());
    }

    private static List<ColumnField> keyOf(List<ColumnField> columns) {
        return columns.stream().filter(ColumnField::isKey).toList();
    }

    /** A reference to a key of several columns, whose parts a record of the user's has. */
    private static RelationField composite(
            RelationField field, Target target, List<ColumnField> key, List<? extends TypeMirror> arguments) {
        List<String> names = columnNames(field, key);
        boolean fits = field.java().is(KEY_REF)
                && names.size() == key.size()
                && JavaTypes.element(arguments.get(1))
                        .filter(type -> components(type).equals(parts(key)))
                        .isPresent();
        if (!fits) {
            String record = key.stream()
                    .map(part -> part.java().unboxed().display() + " " + part.name())
                    .collect(Collectors.joining(", ", "record " + target.name().simple() + "Key(", ") {}"));
            return flawed(field, Flaw.Mistake.KEY_RECORD, target.name().simple() + ": " + record);
        }
        List<ColumnField> stored = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            ColumnField part = key.get(i);
            stored.add(RelationField.storedColumn(
                    field.name() + "." + part.name(),
                    part.java().boxed(),
                    part.type(),
                    names.get(i),
                    field.nullable(),
                    field.access(),
                    "",
                    field.place()));
        }
        List<RelationEnd.Column> ends = key.stream().map(Relations::endColumn).toList();
        return found(field, stored, new RelationEnd(target.name(), sqlName(target), ends, List.of(), Optional.empty()));
    }

    /** The names and types of a record's components. */
    private static List<String> components(TypeElement type) {
        return ElementFilter.recordComponentsIn(type.getEnclosedElements()).stream()
                .map(component -> component.getSimpleName() + " "
                        + JavaTypes.of(component.asType()).boxed())
                .toList();
    }

    private static List<String> parts(List<ColumnField> key) {
        return key.stream().map(part -> part.name() + " " + part.java().boxed()).toList();
    }

    /** The columns that hold a reference to this key. */
    private static List<String> columnNames(RelationField reference, List<ColumnField> key) {
        if (key.size() == 1) {
            return List.of(reference.options().column());
        }
        return reference.options().columns().isEmpty()
                ? key.stream()
                        .map(part -> Words.snake(reference.name()) + "_" + Words.snake(part.name()))
                        .toList()
                : reference.options().columns();
    }

    private static boolean isUnique(ColumnField column, Target target) {
        return column.options().unique() || target.unique().contains(column.name());
    }

    private static Optional<ColumnField> singleKey(List<ColumnField> columns) {
        List<ColumnField> key = keyOf(columns);
        return key.size() == 1 ? Optional.of(key.get(0)) : Optional.empty();
    }

    private RelationField manyToMany(RelationField field, Target target) {
        Target owner = self.get();
        Optional<ColumnField> near = singleKey(Field.columnsOf(owner.fields()));
        Optional<ColumnField> far = singleKey(Field.columnsOf(target.fields()));
        if (near.isEmpty() || far.isEmpty()) {
            return flawed(
                    field,
                    Flaw.Mistake.NO_SINGLE_KEY,
                    (near.isEmpty() ? owner : target).name().simple());
        }
        Optional<RelationEnd.Join> join = field.options().through().isEmpty()
                ? Optional.of(joinTable(field, owner, target))
                : through(field, owner, target);
        if (join.isEmpty()) {
            return flawed(field, Flaw.Mistake.THROUGH, simple(field.options().through()));
        }
        return found(
                field,
                List.of(),
                new RelationEnd(
                        target.name(),
                        sqlName(target),
                        List.of(endColumn(far.get())),
                        List.of(near.get().name()),
                        join));
    }

    private static String simple(String qualifiedName) {
        return qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
    }

    private static RelationEnd.Join joinTable(RelationField field, Target owner, Target target) {
        boolean same = owner.name().equals(target.name());
        String table = field.options().table().isEmpty()
                ? (owner.ownName().isEmpty() ? owner.table() : owner.ownName()) + "_" + Words.snake(field.name())
                : field.options().table();
        String near = Words.snake(owner.name().simple()) + "_id";
        String far = Words.snake(target.name().simple()) + "_id";
        return new RelationEnd.Join(
                table, owner.schema(), same ? "from_" + near : near, same ? "to_" + far : far, true);
    }

    private Optional<RelationEnd.Join> through(RelationField field, Target owner, Target target) {
        Optional<Target> through = targets.find(field.options().through());
        if (through.isEmpty()) {
            return Optional.empty();
        }
        List<RelationField> toOwner = pointingTo(through.get(), owner);
        List<RelationField> toTarget = pointingTo(through.get(), target);
        List<String> named = field.options().throughFields();
        if (named.size() == 2) {
            toOwner = toOwner.stream()
                    .filter(found -> found.name().equals(named.get(0)))
                    .toList();
            toTarget = toTarget.stream()
                    .filter(found -> found.name().equals(named.get(1)))
                    .toList();
        } else if (owner.name().equals(target.name()) && toOwner.size() == 2) {
            // The first leads to the owner and the second to the other row, as they stand in the model.
            toTarget = toOwner.subList(1, 2);
            toOwner = toOwner.subList(0, 1);
        }
        if (toOwner.size() != 1 || toTarget.size() != 1) {
            return Optional.empty();
        }
        return Optional.of(new RelationEnd.Join(
                through.get().table(),
                through.get().schema(),
                toOwner.get(0).options().column(),
                toTarget.get(0).options().column(),
                false));
    }

    private static List<RelationField> pointingTo(Target from, Target to) {
        return from.fields().stream()
                .filter(RelationField.class::isInstance)
                .map(RelationField.class::cast)
                // By the key: that is what both sides are found by.
                .filter(relation ->
                        relation.kind().isStored() && relation.options().to().isEmpty() && leadsTo(relation, to))
                .toList();
    }

    private static boolean leadsTo(RelationField relation, Target target) {
        List<JavaType> arguments = relation.java().arguments();
        return !arguments.isEmpty()
                && arguments.get(0).qualifiedName().equals(target.name().qualified());
    }

    private RelationField reverse(RelationField field, Target target) {
        Target owner = self.get();
        String name = field.options().reverse();
        if (name.equals("super")) {
            return reverseOfParent(field, owner, target);
        }
        Optional<AnyField> any = target.fields().stream()
                .filter(AnyField.class::isInstance)
                .map(AnyField.class::cast)
                .filter(found -> found.name().equals(name))
                .findFirst();
        if (any.isPresent()) {
            return reverseOfAny(field, any.get(), owner, target);
        }
        Optional<RelationField> forward = target.fields().stream()
                .filter(RelationField.class::isInstance)
                .map(RelationField.class::cast)
                .filter(relation -> relation.name().equals(name))
                .findFirst();
        if (forward.isEmpty() || forward.get().kind() == Kind.REVERSE) {
            return flawed(
                    field, Flaw.Mistake.UNKNOWN_FIELD, target.name().simple() + " has no reference \"" + name + "\"");
        }
        if (!leadsTo(forward.get(), owner)) {
            return flawed(field, Flaw.Mistake.POINTS_ELSEWHERE, target.name().simple() + "." + name);
        }
        if (forward.get().kind() == Kind.MANY_TO_MANY) {
            return reverseOfMany(field, forward.get(), owner, target);
        }
        boolean one = forward.get().kind() == Kind.ONE_TO_ONE;
        Optional<JavaType> key = singleKey(Field.columnsOf(target.fields()))
                .map(column -> column.java().boxed());
        boolean integer =
                key.filter(type -> INTEGERS.contains(type.qualifiedName())).isPresent();
        if (one && key.isEmpty()) {
            return flawed(field, Flaw.Mistake.NO_SINGLE_KEY, target.name().simple());
        }
        if (one
                ? !isReference(field, key.orElseThrow(), integer)
                : !field.java().is(MANY)) {
            return flawed(
                    field,
                    Flaw.Mistake.JAVA_TYPE,
                    one
                            ? reference(target, key.orElseThrow(), integer)
                            : "Many<" + target.name().simple() + ">");
        }
        List<ColumnField> ours = Field.columnsOf(owner.fields());
        String to = forward.get().options().to();
        List<ColumnField> from = to.isEmpty()
                ? keyOf(ours)
                : ours.stream().filter(column -> column.name().equals(to)).toList();
        List<String> names = columnNames(forward.get(), from);
        if (from.isEmpty() || names.size() != from.size()) {
            return flawed(field, Flaw.Mistake.NO_SINGLE_KEY, owner.name().simple());
        }
        List<RelationEnd.Column> columns = new ArrayList<>();
        for (int i = 0; i < from.size(); i++) {
            columns.add(new RelationEnd.Column(names.get(i), "", from.get(i).type()));
        }
        return found(
                field,
                List.of(),
                new RelationEnd(
                        target.name(),
                        sqlName(target),
                        columns,
                        from.stream().map(ColumnField::name).toList(),
                        Optional.empty()));
    }

    /** The rows that refer here by a reference which could be to another model. */
    private static RelationField reverseOfAny(RelationField field, AnyField any, Target owner, Target target) {
        if (any.to(owner.name()).isEmpty()) {
            return flawed(field, Flaw.Mistake.POINTS_ELSEWHERE, target.name().simple() + "." + any.name());
        }
        if (!field.java().is(MANY)) {
            return flawed(field, Flaw.Mistake.JAVA_TYPE, "Many<" + target.name().simple() + ">");
        }
        Optional<ColumnField> key = singleKey(Field.columnsOf(owner.fields()));
        if (key.isEmpty()) {
            return flawed(field, Flaw.Mistake.NO_SINGLE_KEY, owner.name().simple());
        }
        return found(
                field,
                List.of(),
                new RelationEnd(
                        target.name(),
                        sqlName(target),
                        List.of(new RelationEnd.Column(
                                any.id().column(), "", any.id().type())),
                        List.of(key.get().name()),
                        Optional.empty(),
                        Optional.of(new RelationEnd.Among(
                                any.kind().column(), AnyField.value(owner.schema(), owner.table())))));
    }

    /** The row of a model that extends this one, of which this row is the beginning. */
    private static RelationField reverseOfParent(RelationField field, Target owner, Target target) {
        List<ColumnField> ours = keyOf(Field.columnsOf(owner.fields()));
        List<ColumnField> theirs = keyOf(Field.columnsOf(target.fields()));
        if (target.parent().filter(owner.name()::equals).isEmpty() || ours.size() != 1) {
            return flawed(field, Flaw.Mistake.POINTS_ELSEWHERE, target.name().simple() + "'s superclass");
        }
        JavaType key = ours.get(0).java().boxed();
        boolean integer = INTEGERS.contains(key.qualifiedName());
        if (!isReference(field, key, integer)) {
            return flawed(field, Flaw.Mistake.JAVA_TYPE, reference(target, key, integer));
        }
        return found(
                field,
                List.of(),
                new RelationEnd(
                        target.name(),
                        sqlName(target),
                        List.of(new RelationEnd.Column(
                                theirs.get(0).column(), "", theirs.get(0).type())),
                        List.of(ours.get(0).name()),
                        Optional.empty()));
    }

    /** The same table, seen from its other side. */
    private RelationField reverseOfMany(RelationField field, RelationField forward, Target owner, Target target) {
        if (owner.name().equals(target.name()) && forward.options().symmetrical()) {
            return flawed(field, Flaw.Mistake.SYMMETRICAL, target.name().simple() + "." + forward.name());
        }
        if (!field.java().is(MANY)) {
            return flawed(field, Flaw.Mistake.JAVA_TYPE, "Many<" + target.name().simple() + ">");
        }
        Optional<ColumnField> far = singleKey(Field.columnsOf(target.fields()));
        Optional<ColumnField> near = singleKey(Field.columnsOf(owner.fields()));
        Optional<RelationEnd.Join> join = forward.options().through().isEmpty()
                ? Optional.of(joinTable(forward, target, owner))
                : through(forward, target, owner);
        if (far.isEmpty() || near.isEmpty() || join.isEmpty()) {
            return flawed(field, Flaw.Mistake.NO_SINGLE_KEY, target.name().simple());
        }
        RelationEnd.Join seen = join.get();
        return found(
                field,
                List.of(),
                new RelationEnd(
                        target.name(),
                        sqlName(target),
                        List.of(endColumn(far.get())),
                        List.of(near.get().name()),
                        Optional.of(
                                new RelationEnd.Join(seen.table(), seen.schema(), seen.far(), seen.near(), false))));
    }

    private static String sqlName(Target target) {
        String table = Identifier.quoted(target.table());
        return target.schema().isEmpty() ? table : Identifier.quoted(target.schema()) + "." + table;
    }
}
