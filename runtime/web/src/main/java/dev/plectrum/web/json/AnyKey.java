package dev.plectrum.web.json;

/**
 * Which row an {@link dev.plectrum.orm.AnyRef} in JSON refers to.
 *
 * @param kind the table that the row is in
 * @param id the row's key
 */
public record AnyKey(String kind, long id) {}
