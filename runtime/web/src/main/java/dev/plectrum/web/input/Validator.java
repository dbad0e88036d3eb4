package dev.plectrum.web.input;

import dev.plectrum.web.error.FieldErrors;
import java.util.Map;

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

    /** Validates the elements of a list. */
    static <T> Validator<Iterable<? extends T>> each(Validator<? super T> element) {
        return (values, errors) -> {
            int index = 0;
            for (T value : values) {
                element.validate(value, errors.inside("", index++));
            }
        };
    }

    /** Validates the values of a map. */
    static <T> Validator<Map<String, ? extends T>> eachValue(Validator<? super T> value) {
        return (values, errors) -> values.forEach((name, one) -> value.validate(one, errors.inside(name)));
    }
}
