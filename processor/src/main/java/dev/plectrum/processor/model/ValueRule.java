package dev.plectrum.processor.model;

import java.math.BigDecimal;
import java.util.List;

/** What must hold for a value, as a {@code jakarta.validation} annotation says. Null passes all of them. */
public sealed interface ValueRule {
    /** What is said instead of our own words; empty for those. */
    String message();

    /** The annotation's simple name. */
    String annotation();

    /** Where it is written. */
    Place place();

    /** A text with something visible. */
    record NotBlank(String message, String annotation, Place place) implements ValueRule {}

    /** A text, list or map with this many characters or elements. */
    record Size(int min, int max, String message, String annotation, Place place) implements ValueRule {}

    /**
     * A number on this side of a bound.
     *
     * @param least whether it is the lower bound
     */
    record Bound(boolean least, BigDecimal value, boolean inclusive, String message, String annotation, Place place)
            implements ValueRule {}

    /** A decimal with at most so many digits before and behind the point. */
    record Digits(int integer, int fraction, String message, String annotation, Place place) implements ValueRule {}

    /** A text that matches. */
    record Matches(String regexp, List<String> flags, String message, String annotation, Place place)
            implements ValueRule {
        /** Copies the flags. */
        public Matches {
            flags = List.copyOf(flags);
        }
    }

    /** An address for mail. */
    record Email(String message, String annotation, Place place) implements ValueRule {}

    /** A time before now, or after it. */
    record Moment(boolean past, boolean orPresent, String message, String annotation, Place place)
            implements ValueRule {}

    /** A boolean with this value. */
    record Truth(boolean value, String message, String annotation, Place place) implements ValueRule {}

    /** Holds for each element of a list. */
    record Each(ValueRule rule) implements ValueRule {
        @Override
        public String message() {
            return rule.message();
        }

        @Override
        public String annotation() {
            return rule.annotation();
        }

        @Override
        public Place place() {
            return rule.place();
        }
    }

    /** Holds where a body names one of these groups. */
    record InGroups(ValueRule rule, List<JavaType> groups) implements ValueRule {
        /** Copies the groups. */
        public InGroups {
            groups = List.copyOf(groups);
        }

        @Override
        public String message() {
            return rule.message();
        }

        @Override
        public String annotation() {
            return rule.annotation();
        }

        @Override
        public Place place() {
            return rule.place();
        }
    }

    /** One that we do not know, or that says more than we can hold it to; validation says so. */
    record Unknown(String why, String message, String annotation, Place place) implements ValueRule {}
}
