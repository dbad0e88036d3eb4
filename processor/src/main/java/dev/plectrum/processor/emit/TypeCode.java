package dev.plectrum.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.plectrum.processor.model.ColumnField;
import dev.plectrum.processor.model.Scalar;
import dev.plectrum.processor.model.StoredType;

/** Writes stored types as code: the expression that makes the runtime's type, and the one that reads a value. */
final class TypeCode {
    private TypeCode() {}

    /** {@code Types.INT8}, or {@code Types.enumByName(Status.values())}. */
    static CodeBlock of(StoredType type) {
        if (type instanceof Scalar scalar) {
            return constant(scalar);
        }
        if (type instanceof StoredType.Varchar varchar) {
            return CodeBlock.of("$T.varchar($L)", RuntimeTypes.TYPES, varchar.maxLength());
        }
        if (type instanceof StoredType.Numeric numeric) {
            return numeric.stored() == Scalar.BIG_INTEGER
                    ? CodeBlock.of("$T.bigInteger($L)", RuntimeTypes.TYPES, numeric.precision())
                    : CodeBlock.of("$T.numeric($L, $L)", RuntimeTypes.TYPES, numeric.precision(), numeric.scale());
        }
        if (type instanceof StoredType.EnumType constants) {
            return CodeBlock.of(
                    "$T.$L($T.values())",
                    RuntimeTypes.TYPES,
                    constants.ordinal() ? "enumByOrdinal" : "enumByName",
                    Poet.className(constants.java()));
        }
        if (type instanceof StoredType.ListOf list) {
            return list.java().isArray()
                    ? CodeBlock.of(
                            "$T.array($L, $T[]::new)",
                            RuntimeTypes.TYPES,
                            of(list.element()),
                            Poet.type(list.java().component()))
                    : CodeBlock.of("$T.list($L)", RuntimeTypes.TYPES, of(list.element()));
        }
        if (type instanceof StoredType.Converted converted) {
            return CodeBlock.of(
                    "$T.converted($L, new $T())",
                    RuntimeTypes.TYPES,
                    of(converted.stored()),
                    Poet.className(converted.converter()));
        }
        if (type instanceof StoredType.JsonRecord json) {
            return JsonCode.type(json.shape());
        }
        throw new IllegalArgumentException("Not a type that can be stored: " + type);
    }

    private static CodeBlock constant(Scalar scalar) {
        return CodeBlock.of("$T.$L", RuntimeTypes.TYPES, scalar.name());
    }

    /** The value at a position of a row, {@code row.getLong(at + 1)}; checked where the field cannot be null. */
    static CodeBlock read(ColumnField column, String constant, CodeBlock position) {
        String method = column.nullable() ? "decode" : "read";
        if (column.type() instanceof StoredType.Varchar) {
            return CodeBlock.of("row.getString($L)", position);
        }
        if (column.type() instanceof Scalar scalar) {
            return scalar.getter() != null
                    ? CodeBlock.of("row.$L($L)", scalar.getter(), position)
                    : CodeBlock.of("$L.$L(row, $L)", constant(scalar), method, position);
        }
        return CodeBlock.of("$L.type().$L(row, $L)", constant, method, position);
    }
}
