package dev.plectrum.web.input;

import dev.plectrum.web.error.FieldErrors;

/** Says what is wrong with values of one type. Generated from constraints, or written by hand. */
@FunctionalInterface
public interface Validator<T> {
    /** Notes what is wrong with this value. */
    void validate(T value, FieldErrors errors);

    /** This, then that. */
    default Validator<T> and(Validator<? super T> more) {
        return (value, errors) -> {
            validate(value, errors);
            more.validate(value, errors);
        };
    }
}
