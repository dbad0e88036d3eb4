/**
 * The SQL that users write over their model's fields, in {@code @GeneratedField}, {@code @Check}, {@code @Index},
 * {@code @Unique} and {@code @Exclude}.
 *
 * <p>{@link Compilation#of} takes the text once: {@link Lexer} and {@link Parser} make {@link Syntax} of it, {@link Resolver}
 * a tree of {@link Node}s with types, or problems with their place in the text. The one tree prints itself as SQL over columns
 * and, where PostgreSQL and Java cannot disagree, as Java over values.
 *
 * <p>Nothing here knows about elements, annotations or emitters: strings in, strings out.
 */
@NullMarked
package dev.plectrum.processor.expression;

import org.jspecify.annotations.NullMarked;
