package dev.plectrum.processor.emit;

/**
 * What the compilation around generated code asks of it.
 *
 * @param version of this processor, which the runtime compares with its own
 * @param generatedAnnotation whether {@code @Generated} can be named; a module may not read it
 */
public record Style(String version, boolean generatedAnnotation) {}
