package dev.plectrum.orm.type;

import dev.plectrum.orm.error.UnreadableValueException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** An enum, stored as the name of the constant. */
final class EnumNameType<E extends Enum<E>> extends StringType<E> {
    private final E[] constants;
    private final Map<String, E> byName = new HashMap<>();

    EnumNameType(E[] constants) {
        super("text");
        this.constants = constants;
        for (E constant : constants) {
            byName.put(constant.name(), constant);
        }
    }

    @Override
    String write(E value) {
        return value.name();
    }

    @Override
    E read(String text) {
        E constant = byName.get(text);
        if (constant == null) {
            throw new UnreadableValueException("a name that is no constant of "
                    + constants.getClass().getComponentType().getSimpleName() + " ("
                    + Arrays.stream(constants).map(Enum::name).collect(Collectors.joining(", ")) + ")");
        }
        return constant;
    }
}
