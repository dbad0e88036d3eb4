package dev.plectrum.processor.expression;

/**
 * A stretch of the expression's text.
 *
 * @param start the offset of its first character
 * @param end the offset behind its last
 */
record Span(int start, int end) {
    Span to(Span other) {
        return new Span(start, other.end);
    }
}
