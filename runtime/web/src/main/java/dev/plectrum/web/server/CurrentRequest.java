package dev.plectrum.web.server;

import dev.plectrum.web.Request;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxBootstrap;
import io.vertx.core.spi.VertxServiceProvider;
import io.vertx.core.spi.context.storage.AccessMode;
import io.vertx.core.spi.context.storage.ContextLocal;
import org.jspecify.annotations.Nullable;

/** Where a request hangs on the context that works on it. Vert.x wants to know such places before it starts. */
public final class CurrentRequest implements VertxServiceProvider {
    private static final ContextLocal<Request> LOCAL = ContextLocal.registerLocal(Request.class);

    /** For the service loader. */
    public CurrentRequest() {}

    /** The request of the current context, or null. */
    public static @Nullable Request get() {
        Context context = Vertx.currentContext();
        return context == null ? null : LOCAL.get(context, AccessMode.CONCURRENT);
    }

    static void set(Context context, Request request) {
        LOCAL.put(context, AccessMode.CONCURRENT, request);
    }

    @Override
    public void init(VertxBootstrap builder) {
        // loading this class registered the place
    }
}
