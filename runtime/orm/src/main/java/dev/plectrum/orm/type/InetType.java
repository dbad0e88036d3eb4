package dev.plectrum.orm.type;

import dev.plectrum.orm.error.UnreadableValueException;
import dev.plectrum.orm.error.UnstorableValueException;
import io.vertx.pgclient.data.Inet;
import java.net.Inet6Address;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** {@code inet} holding one address, not a network. */
final class InetType extends NativeType<InetAddress> {
    InetType() {
        super("inet");
    }

    @Override
    Object toClient(InetAddress value) {
        return new Inet().setAddress(checked(value));
    }

    @Override
    InetAddress fromClient(Object value) {
        Inet inet = (Inet) value;
        if (inet.getNetmask() != null) {
            throw new UnreadableValueException(
                    "a network of " + inet.getNetmask() + " bits, where an InetAddress is one address");
        }
        return inet.getAddress();
    }

    @Override
    String toText(InetAddress value) {
        return checked(value).getHostAddress();
    }

    private static InetAddress checked(InetAddress value) {
        if (value instanceof Inet6Address address) {
            if (address.getScopeId() != 0 || address.getScopedInterface() != null) {
                throw new UnstorableValueException("an IPv6 address with a scope, which inet does not keep;"
                        + " InetAddress.getByAddress(address.getAddress()) is without");
            }
            if (isIpv4Mapped(address.getAddress())) {
                throw new UnstorableValueException(
                        "an IPv6 address that stands for an IPv4 one, which would come back as that;"
                                + " InetAddress.getByAddress(address.getAddress()) is that one");
            }
        }
        return value;
    }

    /** Whether it is {@code ::ffff:a.b.c.d}. Java makes an IPv4 address of it except on special request. */
    private static boolean isIpv4Mapped(byte[] address) {
        for (int i = 0; i < 10; i++) {
            if (address[i] != 0) {
                return false;
            }
        }
        return address[10] == -1 && address[11] == -1;
    }

    @Override
    @Nullable Object[] newArray(int length) {
        return new Inet[length];
    }
}
