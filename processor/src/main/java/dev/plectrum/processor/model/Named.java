package dev.plectrum.processor.model;

/** A name of a field as an annotation mentions it, and where it does: {@code price}, or {@code -price} for descending. */
public record Named(String field, boolean descending, Place place) {
    /** As the annotation writes it. */
    public String written() {
        return (descending ? "-" : "") + field;
    }
}
