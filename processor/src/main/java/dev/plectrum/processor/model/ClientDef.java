package dev.plectrum.processor.model;

import dev.plectrum.processor.model.ResultDef.Reply;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A client of a view, for tests.
 *
 * @param routes what it can ask, with results as the client reads them
 * @param json the objects that it writes and reads
 * @param types the types that it declares: what answers say of objects that nobody can make from JSON, and what bodies say of drafts
 */
public record ClientDef(ViewDef view, List<Call> routes, JsonTypes json, List<JsonObjectDef> types) {
    /** Copies the lists. */
    public ClientDef {
        routes = List.copyOf(routes);
        types = List.copyOf(types);
    }

    /** What is said over a WebSocket, from where the view is. */
    public record Messages(JsonForm in, JsonForm out) {}

    /** A route as the client asks it. */
    public record Call(RouteDef route, List<ParameterDef> parameters, Reply reply, Optional<Messages> messages) {
        /** Copies the parameters. */
        public Call {
            parameters = List.copyOf(parameters);
        }
    }

    /** The client of a view whose objects were looked for in {@link #typeOf its} file. */
    public static ClientDef of(ViewDef view) {
        ClientTypes types = new ClientTypes(view.json(), typeOf(view.java()));
        List<Call> calls = new ArrayList<>();
        // Not all compilers tell in which order a class file's methods were written.
        List<RouteDef> routes = view.routes().stream()
                .sorted(Comparator.comparing(RouteDef::name))
                .toList();
        for (RouteDef route : routes) {
            List<ParameterDef> parameters = route.parameters().stream()
                    .map(parameter -> types.sent(route, parameter))
                    .toList();
            calls.add(new Call(route, parameters, types.answered(route.result().reply()), types.spoken(route)));
        }
        return new ClientDef(view, calls, types.json(), types.declared());
    }

    /** {@code ProductViewsClient}. */
    public static JavaType typeOf(JavaType view) {
        return JavaType.of(view.packageName(), view.className().replace(".", "") + "Client");
    }

    /** Its own type. */
    public JavaType type() {
        return typeOf(view.java());
    }

    /** The forms that it writes. */
    public List<JsonForm> written() {
        Stream<JsonForm> bodies = routes.stream()
                .flatMap(call -> call.parameters().stream())
                .filter(parameter -> parameter.source() instanceof ParameterDef.Source.Body)
                .map(parameter -> ((ParameterDef.Source.Body) parameter.source()).form());
        Stream<JsonForm> messages =
                routes.stream().flatMap(call -> call.messages().stream()).map(Messages::in);
        return Stream.concat(bodies, messages).toList();
    }

    /** The forms that it reads. */
    public List<JsonForm> read() {
        return routes.stream()
                .flatMap(call -> Stream.concat(
                        ResultDef.forms(call.reply()).stream(),
                        call.messages().stream().map(Messages::out)))
                .toList();
    }
}
