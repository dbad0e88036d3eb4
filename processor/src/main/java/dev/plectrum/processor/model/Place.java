package dev.plectrum.processor.model;

/** Where something stands in the user's source. Only {@code scan} makes one and only {@code report} looks inside. */
public interface Place {
    /** For what was not read from source. */
    Place NOWHERE = new Place() {
        @Override
        public String toString() {
            return "nowhere";
        }
    };
}
