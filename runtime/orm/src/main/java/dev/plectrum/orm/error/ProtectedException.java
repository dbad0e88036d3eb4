package dev.plectrum.orm.error;

import java.util.List;

/** A row cannot be deleted because others point to it, and their reference says {@code PROTECT} or {@code RESTRICT}. */
public final class ProtectedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String model;
    private final transient List<Object> keys;

    /** The model whose rows stand in the way, and some of their keys. */
    public ProtectedException(String message, String model, List<Object> keys) {
        super(message);
        this.model = model;
        this.keys = List.copyOf(keys);
    }

    /** The model whose rows stand in the way. */
    public String model() {
        return model;
    }

    /** The keys of some of those rows, ten at most. */
    public List<Object> keys() {
        return keys;
    }
}
