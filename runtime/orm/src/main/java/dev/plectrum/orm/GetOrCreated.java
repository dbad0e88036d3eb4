package dev.plectrum.orm;

/**
 * A row that is there now, and whether it was there before.
 *
 * @param model the row
 * @param created whether it was created just now
 */
public record GetOrCreated<M>(M model, boolean created) {}
