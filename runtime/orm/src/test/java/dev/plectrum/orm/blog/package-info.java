/** Models with relations, and the classes that the processor writes for them, here by hand. */
@NullMarked
package dev.plectrum.orm.blog;

import org.jspecify.annotations.NullMarked;
