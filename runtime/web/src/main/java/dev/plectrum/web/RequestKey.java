package dev.plectrum.web;

/** Names a value that middleware leaves at a request. Two keys are never the same, whatever they are called. */
@SuppressWarnings("UnusedTypeParameter") // it is what get() and put() are typed by
public final class RequestKey<T> {
    private final String name;

    private RequestKey(String name) {
        this.name = name;
    }

    /** A new key, called so in messages. */
    public static <T> RequestKey<T> named(String name) {
        return new RequestKey<>(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
