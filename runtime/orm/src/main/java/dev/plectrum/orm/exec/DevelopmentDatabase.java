package dev.plectrum.orm.exec;

/**
 * A PostgreSQL that is just there when nobody named one: what {@code Database.fromEnvironment()} asks for when neither a
 * URL nor its settings are in the environment.
 *
 * <p>Found with {@link java.util.ServiceLoader}. The module {@code plectrum-devservices} brings the only implementation;
 * an application that leaves the module out of its production class path cannot start one there by accident.
 */
public interface DevelopmentDatabase {
    /**
     * The URL of a running server's database, with user and password. Blocks while the server starts, which takes a few
     * seconds the first time: call it from a thread that may wait, never from an event loop. Asked twice, it answers the
     * same.
     *
     * @throws IllegalStateException when the application says that it is in production, or the server cannot be started:
     *     the message says why and what to do
     */
    String url();
}
