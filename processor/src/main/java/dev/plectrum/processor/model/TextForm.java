package dev.plectrum.processor.model;

import java.util.List;

/** How a text from a path, query string, header, cookie or form becomes a value. */
public sealed interface TextForm {
    /** The Java type, boxed. */
    JavaType java();

    /** One that the runtime knows. */
    record Usual(TextScalar scalar) implements TextForm {
        @Override
        public JavaType java() {
            return scalar.java();
        }
    }

    /** An enum, by the names of its constants. */
    record Constants(JavaType java, List<String> words) implements TextForm {
        /** Copies the words. */
        public Constants {
            words = List.copyOf(words);
        }
    }

    /** A type of the user's with a constant that says how. */
    record Own(JavaType java, String constant) implements TextForm {}

    /** There is none; validation says so. */
    record Unreadable(JavaType java) implements TextForm {}
}
