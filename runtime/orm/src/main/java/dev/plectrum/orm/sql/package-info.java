/** Text with binds: a plan written down in one walk. */
@NullMarked
package dev.plectrum.orm.sql;

import org.jspecify.annotations.NullMarked;
