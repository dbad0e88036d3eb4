/** PostgreSQL's types and their Java sides: how a value is bound and how it is read back. */
@NullMarked
package dev.plectrum.orm.type;

import org.jspecify.annotations.NullMarked;
