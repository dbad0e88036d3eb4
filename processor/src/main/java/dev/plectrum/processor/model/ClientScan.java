package dev.plectrum.processor.model;

import java.util.Optional;

/**
 * A view that a test asks for a client of.
 *
 * @param named the type as it was named
 * @param view what is known of it; empty if it is no view
 * @param compiledNow whether its source is compiled now: then it is checked, and its problems told, without us
 * @param place where it is named
 */
public record ClientScan(JavaType named, Optional<ViewScan> view, boolean compiledNow, Place place) {}
