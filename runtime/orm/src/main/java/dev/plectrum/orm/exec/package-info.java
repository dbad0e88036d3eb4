/**
 * Runs statements: databases, connections, transactions.
 *
 * <p>From the outside in: a {@link dev.plectrum.orm.exec.Database} has an {@code Endpoint} for each server, which sends a
 * {@code Call} either down a {@code Lane}, shared by an event loop, or over a lease of the {@code Pool}; both hold a
 * {@code Link}, one connection. A {@link dev.plectrum.orm.exec.Transaction} holds one for its duration.
 */
@NullMarked
package dev.plectrum.orm.exec;

import org.jspecify.annotations.NullMarked;
