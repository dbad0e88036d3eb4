package dev.plectrum.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A class whose methods answer requests.
 *
 * @param isPublic whether other packages may name it
 * @param flaw what keeps generated code from using it, in words; empty if nothing does
 * @param tags what the API documentation groups it by
 * @param connection what it does in each connection, if it answers WebSockets as a class
 * @param json the objects that its routes write and read
 */
public record ViewDef(
        JavaType java,
        boolean isPublic,
        String flaw,
        List<String> tags,
        List<RouteDef> routes,
        Optional<ConnectionDef> connection,
        JsonTypes json,
        String doc,
        Place place) {
    /** Copies the lists. */
    public ViewDef {
        tags = List.copyOf(tags);
        routes = List.copyOf(routes);
    }

    /** What generated names begin with: {@code ShopViews} of a {@code Views} nested in {@code Shop}. */
    public String stem() {
        return java.className().replace(".", "");
    }

    /** Whether an object of it is made for each connection, not one for all requests. */
    public boolean isSocket() {
        return connection.filter(ConnectionDef::isSocket).isPresent();
    }

    /** {@code ProductViewsRoutes}. */
    public JavaType routesType() {
        return JavaType.of(java.packageName(), stem() + "Routes");
    }

    /** {@code ProductViewsUrls}. */
    public JavaType urlsType() {
        return JavaType.of(java.packageName(), stem() + "Urls");
    }

    /** What middleware its routes need, each once. */
    public List<JavaType> middleware() {
        return routes.stream()
                .flatMap(route -> route.middleware().stream())
                .distinct()
                .toList();
    }

    /** The forms that are written. */
    public List<JsonForm> written() {
        return routes.stream()
                .flatMap(route -> Stream.concat(
                        route.result().forms().stream(),
                        route.parameters().stream()
                                .filter(parameter -> parameter.source() instanceof ParameterDef.Source.WebSocket)
                                .map(parameter -> ((ParameterDef.Source.WebSocket) parameter.source()).out())))
                .toList();
    }

    /** The forms that are read. */
    public List<JsonForm> read() {
        return routes.stream()
                .flatMap(route -> route.parameters().stream())
                .flatMap(parameter -> {
                    if (parameter.source() instanceof ParameterDef.Source.Body body) {
                        return Stream.of(body.form());
                    }
                    return parameter.source() instanceof ParameterDef.Source.WebSocket socket
                            ? Stream.of(socket.in())
                            : Stream.<JsonForm>empty();
                })
                .toList();
    }
}
