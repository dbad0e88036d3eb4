package dev.plectrum.orm.exec;

/**
 * What a statement gave back.
 *
 * @param rows the rows it returned, collected
 * @param affected how many rows it inserted, updated or deleted
 * @param <R> what the rows were collected into
 */
public record Outcome<R>(R rows, long affected) {}
