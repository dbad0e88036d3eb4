package dev.plectrum.orm.type;

/**
 * Turns values of a type of your own into values of a supported type and back. It never sees null: NULL is null on both sides.
 * It needs a public constructor without parameters, must be safe for use by several threads, and must not block.
 *
 * @param <J> the type of the field
 * @param <D> the type that is stored, such as {@code String} or {@code Long}
 */
public interface Converter<J, D> {
    /** What to store. May throw what it likes; that becomes an {@code UnstorableValueException}. */
    D toDatabase(J value);

    /** What was stored. May throw what it likes; that becomes an {@code UnreadableValueException}. */
    J fromDatabase(D value);
}
