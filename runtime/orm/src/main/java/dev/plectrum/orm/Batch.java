package dev.plectrum.orm;

import dev.plectrum.orm.exec.Session;

/** What the rows of one result share: where they came from. References in them that are loaded later are loaded together. */
public final class Batch {
    private final Session session;

    /** The batch of a result that is about to be read. */
    public Batch(Session session) {
        this.session = session;
    }

    /** Where the rows came from. */
    public Session session() {
        return session;
    }
}
