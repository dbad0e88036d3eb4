package dev.plectrum.orm.type;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * {@code bytea}, which the client carries as a {@code Buffer}.
 *
 * @param <T> the Java type
 */
abstract class ByteaType<T> extends NativeType<T> {
    private ByteaType() {
        super("bytea");
    }

    abstract byte[] bytes(T value);

    @Override
    final String toText(T value) {
        return "\\x" + HexFormat.of().formatHex(bytes(value));
    }

    @Override
    final @Nullable Object[] newArray(int length) {
        return new Buffer[length];
    }

    /** As an array, copied both ways. */
    static final class AsArray extends ByteaType<byte[]> {
        @Override
        byte[] bytes(byte[] value) {
            return value;
        }

        @Override
        Object toClient(byte[] value) {
            return Buffer.buffer(value);
        }

        @Override
        byte[] fromClient(Object value) {
            return ((Buffer) value).getBytes();
        }

        @Override
        boolean equal(byte[] a, byte[] b) {
            return Arrays.equals(a, b);
        }
    }

    /** As the client's own buffer, not copied: do not change it before the statement has been sent. */
    static final class AsBuffer extends ByteaType<Buffer> {
        @Override
        byte[] bytes(Buffer value) {
            return value.getBytes();
        }

        @Override
        Object toClient(Buffer value) {
            return value;
        }

        @Override
        Buffer fromClient(Object value) {
            return (Buffer) value;
        }
    }
}
