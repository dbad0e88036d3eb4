/** A blog: every kind of relation. */
@NullMarked
package dev.plectrum.it.blog;

import org.jspecify.annotations.NullMarked;
