package dev.plectrum.web.server;

import dev.plectrum.web.Request;
import dev.plectrum.web.json.JsonWriter;
import dev.plectrum.web.security.User;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One line a request, in JSON, at the logger {@code dev.plectrum.web.access}. The query string stays out of it: it is where
 * secrets and names of people end up.
 */
public final class AccessLog implements RequestListener {
    private static final System.Logger LOG = System.getLogger("dev.plectrum.web.access");

    @Override
    public void ended(
            Request request, @Nullable String route, int status, Duration duration, @Nullable Throwable failure) {
        System.Logger.Level level = status >= 500 ? System.Logger.Level.WARNING : System.Logger.Level.INFO;
        if (LOG.isLoggable(level)) {
            LOG.log(level, line(request, route, status, duration));
        }
    }

    static String line(Request request, @Nullable String route, int status, Duration duration) {
        var out = new JsonWriter(256);
        out.startObject();
        out.field("request").string(request.id());
        out.field("method").string(request.method().name());
        out.field("path").string(request.path());
        if (route != null) {
            out.field("route").string(route);
        }
        out.field("status").number(status);
        out.field("ms").number(Math.round(duration.toNanos() / 1e4) / 1e2);
        out.field("client").string(request.clientAddress());
        User user = request.user();
        if (user != null) {
            out.field("user").string(user.id());
        }
        return out.endObject().toString();
    }
}
