/** What generated code calls to compute, without the database, what the database would. Depends on nothing but the JDK. */
@NullMarked
package dev.plectrum.orm.evaluate;

import org.jspecify.annotations.NullMarked;
