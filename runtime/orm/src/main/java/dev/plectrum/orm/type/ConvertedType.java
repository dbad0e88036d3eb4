package dev.plectrum.orm.type;

import dev.plectrum.orm.error.UnreadableValueException;
import dev.plectrum.orm.error.UnstorableValueException;
import org.jspecify.annotations.Nullable;

/** A type of the user's, stored as another one. */
final class ConvertedType<J, D> extends DbType<J> {
    private final DbType<D> stored;
    private final Converter<J, D> converter;
    private final DbType<J> unlimited;

    ConvertedType(DbType<D> stored, Converter<J, D> converter) {
        super(stored.name(), stored.readCast(), stored.bindCast(), stored.arrays());
        this.stored = stored;
        this.converter = converter;
        this.unlimited = stored.unlimited() == stored ? this : new ConvertedType<>(stored.unlimited(), converter);
    }

    @Override
    public DbType<J> unlimited() {
        return unlimited;
    }

    @Override
    public String arrayCast() {
        return stored.arrayCast();
    }

    @Override
    Object toClient(J value) {
        return stored.toClient(toDatabase(value));
    }

    @Override
    J fromClient(Object value) {
        D read = stored.fromClient(value);
        J converted;
        try {
            converted = converter.fromDatabase(read);
        } catch (RuntimeException e) {
            throw new UnreadableValueException(
                    "a value that " + converter.getClass().getName() + " does not take", e);
        }
        if (converted == null) {
            throw new UnreadableValueException(converter.getClass().getName() + " made null of a value");
        }
        return converted;
    }

    @Override
    String toText(J value) {
        return stored.toText(toDatabase(value));
    }

    private D toDatabase(J value) {
        D converted;
        try {
            converted = converter.toDatabase(value);
        } catch (RuntimeException e) {
            throw new UnstorableValueException(
                    "a value that " + converter.getClass().getName() + " does not take", e);
        }
        if (converted == null) {
            throw new UnstorableValueException(converter.getClass().getName() + " made null of a value");
        }
        return converted;
    }

    @Override
    boolean equal(J a, J b) {
        return stored.equal(toDatabase(a), toDatabase(b));
    }

    @Override
    @Nullable Object[] newArray(int length) {
        return stored.newArray(length);
    }
}
