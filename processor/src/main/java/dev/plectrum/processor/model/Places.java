package dev.plectrum.processor.model;

import java.util.Map;

/** Where the members of an annotation are written. */
public record Places(Map<String, Place> byMember) {
    /** For what was not read from source. */
    public static final Places NONE = new Places(Map.of());

    /** Copies the map. */
    public Places {
        byMember = Map.copyOf(byMember);
    }

    /** Where the member is written; otherwise the other place. */
    public Place of(String member, Place otherwise) {
        return byMember.getOrDefault(member, otherwise);
    }
}
