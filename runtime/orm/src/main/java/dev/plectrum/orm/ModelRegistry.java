package dev.plectrum.orm;

import java.util.List;

/**
 * The models of one compilation, so that those who delete a row find all who point to it. Generated code implements it, and is found by
 * {@link java.util.ServiceLoader}.
 */
public interface ModelRegistry {
    /** The mappings, in no particular order. */
    List<Mapping<?, ?, ?>> mappings();
}
