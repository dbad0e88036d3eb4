/** Tables as the compiler saw them, and the DDL that makes them. */
@NullMarked
package dev.plectrum.orm.schema;

import org.jspecify.annotations.NullMarked;
