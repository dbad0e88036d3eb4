/** What is asked: expressions, conditions and the state of a query set. Knows nothing of connections. */
@NullMarked
package dev.plectrum.orm.query;

import org.jspecify.annotations.NullMarked;
