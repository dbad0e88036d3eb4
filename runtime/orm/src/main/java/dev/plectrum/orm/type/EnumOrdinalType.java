package dev.plectrum.orm.type;

import dev.plectrum.orm.error.UnreadableValueException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An enum, stored as the position of the constant: reordering the constants changes what is stored. */
@SuppressWarnings("EnumOrdinal") // what the user asked for
final class EnumOrdinalType<E extends Enum<E>> extends NativeType<E> {
    private final E[] constants;

    EnumOrdinalType(E[] constants) {
        super("int2");
        this.constants = constants;
    }

    @Override
    Object toClient(E value) {
        return (short) value.ordinal();
    }

    @Override
    E fromClient(Object value) {
        int ordinal = (Short) value;
        if (ordinal < 0 || ordinal >= constants.length) {
            throw new UnreadableValueException("the ordinal " + ordinal + ", which is none of "
                    + constants.getClass().getComponentType().getSimpleName() + " ("
                    + Arrays.stream(constants)
                            .map(constant -> constant.ordinal() + " " + constant.name())
                            .collect(Collectors.joining(", "))
                    + ")");
        }
        return constants[ordinal];
    }

    @Override
    String toText(E value) {
        return Integer.toString(value.ordinal());
    }

    @Override
    @Nullable Object[] newArray(int length) {
        return new Short[length];
    }
}
