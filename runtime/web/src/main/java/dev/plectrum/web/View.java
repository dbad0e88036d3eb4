package dev.plectrum.web;

/**
 * One view: a request in, a result out.
 *
 * @param <T> the result
 */
@FunctionalInterface
public interface View<T> {
    /** The result. What is thrown becomes an error answer. */
    T answer(Request request) throws Exception;
}
