/** Runs statements: databases, connections, transactions. */
@NullMarked
package dev.plectrum.orm.exec;

import org.jspecify.annotations.NullMarked;
