package dev.plectrum.orm;

import io.vertx.core.internal.VertxBootstrap;
import io.vertx.core.spi.VertxServiceProvider;

/** Reserves a place for the loads of one turn on every context. Vert.x finds this class by itself, before it makes the first one. */
public final class TurnRegistration implements VertxServiceProvider {
    /** For the service loader. */
    public TurnRegistration() {}

    @Override
    public void init(VertxBootstrap bootstrap) {
        Turn.register();
    }
}
