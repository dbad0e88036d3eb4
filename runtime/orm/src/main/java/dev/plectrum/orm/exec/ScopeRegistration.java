package dev.plectrum.orm.exec;

import io.vertx.core.internal.VertxBootstrap;
import io.vertx.core.spi.VertxServiceProvider;

/** Reserves a place for {@link Scope} on every context. Vert.x finds this class by itself, before it makes the first one. */
public final class ScopeRegistration implements VertxServiceProvider {
    /** For the service loader. */
    public ScopeRegistration() {}

    @Override
    public void init(VertxBootstrap bootstrap) {
        Scope.register();
    }
}
