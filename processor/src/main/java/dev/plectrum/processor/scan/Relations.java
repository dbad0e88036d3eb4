package dev.plectrum.processor.scan;

import dev.plectrum.processor.expression.Identifier;
import dev.plectrum.processor.model.ColumnField;
import dev.plectrum.processor.model.ColumnField.Role;
import dev.plectrum.processor.model.ColumnOptions;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

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
                        annotation.constant("deferrable"),
                        annotation.bool("index"),
                        annotation.string("table"),
                        annotation
                                .type("through")
                                .map(type -> JavaTypes.of(type).qualifiedName())
                                .orElse(""),
                        annotation.bool("symmetrical"),
                        annotation.string("value"),
                        annotation.places()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                SourcePlace.of(declared.element()));
    }

    private RelationField relation(Declared declared, Kind kind, Annotation annotation) {
        RelationField shallow = shallow(declared, kind, annotation);
        List<? extends TypeMirror> arguments =
                declared.type() instanceof DeclaredType type ? type.getTypeArguments() : List.of();
        boolean toOne = shallow.java().is(REF) || shallow.java().is(KEY_REF);
        if (arguments.isEmpty() || (kind.isStored() ? !toOne : !shallow.java().is(MANY))) {
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
            case FOREIGN_KEY, ONE_TO_ONE -> toOne(shallow, target.get());
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
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Flaw(kind, detail)),
                field.place());
    }

    private static RelationField found(RelationField field, Optional<ColumnField> stored, RelationEnd end) {
        return new RelationField(
                field.name(),
                field.kind(),
                field.java(),
                field.nullable(),
                field.access(),
                field.options(),
                stored,
                Optional.of(end),
                Optional.empty(),
                field.place());
    }

    private static RelationField toOne(RelationField field, Target target) {
        String to = field.options().to();
        List<ColumnField> columns = Field.columnsOf(target.fields());
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
        boolean fits = integer
                ? field.java().is(REF)
                : field.java().is(KEY_REF) && field.java().arguments().get(1).equals(keyType);
        if (!fits) {
            String name = target.name().simple();
            return flawed(
                    field,
                    Flaw.Mistake.JAVA_TYPE,
                    integer ? "Ref<" + name + ">" : "KeyRef<" + name + ", " + keyType.display() + ">");
        }
        ColumnField stored = new ColumnField(
                field.name(),
                keyType,
                key.get().type(),
                field.options().column(),
                field.nullable(),
                field.nullable(),
                field.access(),
                ColumnOptions.NONE,
                Role.VALUE,
                Optional.empty(),
                field.place());
        return found(
                field,
                Optional.of(stored),
                new RelationEnd(
                        target.name(),
                        sqlName(target),
                        key.get().column(),
                        key.get().type(),
                        "",
                        Optional.empty()));
    }

    private static boolean isUnique(ColumnField column, Target target) {
        return column.options().unique() || target.unique().contains(column.name());
    }

    private static Optional<ColumnField> singleKey(List<ColumnField> columns) {
        List<ColumnField> key = columns.stream().filter(ColumnField::isKey).toList();
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
                Optional.empty(),
                new RelationEnd(
                        target.name(),
                        sqlName(target),
                        far.get().column(),
                        far.get().type(),
                        near.get().name(),
                        join));
    }

    private static String simple(String qualifiedName) {
        return qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
    }

    private static RelationEnd.Join joinTable(RelationField field, Target owner, Target target) {
        boolean same = owner.name().equals(target.name());
        String table = field.options().table().isEmpty()
                ? owner.table() + "_" + Words.snake(field.name())
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
        Optional<RelationField> near = pointingTo(through.get(), owner, "");
        Optional<RelationField> far =
                pointingTo(through.get(), target, near.map(RelationField::name).orElse(""));
        return near.isEmpty() || far.isEmpty()
                ? Optional.empty()
                : Optional.of(new RelationEnd.Join(
                        through.get().table(),
                        through.get().schema(),
                        near.get().options().column(),
                        far.get().options().column(),
                        false));
    }

    private static Optional<RelationField> pointingTo(Target from, Target to, String notThis) {
        return from.fields().stream()
                .filter(RelationField.class::isInstance)
                .map(RelationField.class::cast)
                .filter(relation ->
                        relation.kind().isStored() && !relation.name().equals(notThis))
                .filter(relation -> leadsTo(relation, to))
                .findFirst();
    }

    private static boolean leadsTo(RelationField relation, Target target) {
        List<JavaType> arguments = relation.java().arguments();
        return !arguments.isEmpty()
                && arguments.get(0).qualifiedName().equals(target.name().qualified());
    }

    private RelationField reverse(RelationField field, Target target) {
        Target owner = self.get();
        String name = field.options().reverse();
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
        List<ColumnField> ours = Field.columnsOf(owner.fields());
        String to = forward.get().options().to();
        Optional<ColumnField> from = to.isEmpty()
                ? singleKey(ours)
                : ours.stream().filter(column -> column.name().equals(to)).findFirst();
        if (from.isEmpty()) {
            return flawed(field, Flaw.Mistake.NO_SINGLE_KEY, owner.name().simple());
        }
        if (forward.get().kind() == Kind.MANY_TO_MANY) {
            return reverseOfMany(field, forward.get(), owner, target);
        }
        return found(
                field,
                Optional.empty(),
                new RelationEnd(
                        target.name(),
                        sqlName(target),
                        forward.get().options().column(),
                        from.get().type(),
                        from.get().name(),
                        Optional.empty()));
    }

    /** The same table, seen from its other side. */
    private RelationField reverseOfMany(RelationField field, RelationField forward, Target owner, Target target) {
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
                Optional.empty(),
                new RelationEnd(
                        target.name(),
                        sqlName(target),
                        far.get().column(),
                        far.get().type(),
                        near.get().name(),
                        Optional.of(
                                new RelationEnd.Join(seen.table(), seen.schema(), seen.far(), seen.near(), false))));
    }

    private static String sqlName(Target target) {
        String table = Identifier.quoted(target.table());
        return target.schema().isEmpty() ? table : Identifier.quoted(target.schema()) + "." + table;
    }
}
