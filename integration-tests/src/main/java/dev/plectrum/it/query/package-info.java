/** Models for questions of every kind: Django's own example, a specimen of every type, and what the chapter on queries sells. */
@NullMarked
package dev.plectrum.it.query;

import org.jspecify.annotations.NullMarked;
