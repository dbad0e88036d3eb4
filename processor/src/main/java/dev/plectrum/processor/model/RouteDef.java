package dev.plectrum.processor.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A method of a view class that answers requests.
 *
 * @param verb the HTTP method in lower case; {@code socket} for a WebSocket
 * @param name the Java method
 * @param status the status of success; 0 is the result's own
 * @param waits whether it runs on a virtual thread
 * @param exceptions what it declares to throw
 * @param flaw what keeps generated code from calling the method, in words; empty if nothing does
 * @param doc what is said of it
 * @param examples answers as they look
 */
public record RouteDef(
        String verb,
        RoutePath path,
        String name,
        RouteAccess access,
        Limits limits,
        List<JavaType> middleware,
        List<ParameterDef> parameters,
        ResultDef result,
        int status,
        boolean waits,
        List<JavaType> exceptions,
        SocketOptions socket,
        String flaw,
        String doc,
        List<ExampleDef> examples,
        Place place,
        Place pathPlace) {
    /** Copies the lists. */
    public RouteDef {
        middleware = List.copyOf(middleware);
        parameters = List.copyOf(parameters);
        exceptions = List.copyOf(exceptions);
        examples = List.copyOf(examples);
    }

    /**
     * What bounds a route.
     *
     * @param conditional whether readers who have the answer already are told so
     * @param maxBody the largest body; 0 is the application's limit
     */
    public record Limits(
            @Nullable Rate rate,
            @Nullable Span timeout,
            @Nullable Cache cache,
            boolean conditional,
            boolean csrfExempt,
            long maxBody) {}

    /** How often it may be asked, {@code "100/min"}. */
    public record Rate(String text, String by, int burst, Place place) {}

    /** A length of time as it is written, {@code "5s"}. */
    public record Span(String text, Place place) {
        private static final List<String> UNITS = List.of("ms", "min", "s", "h", "d");

        /** The number; empty if it is not a length of time. */
        public Optional<Long> amount() {
            String number = text.substring(0, text.length() - unit().length());
            return !unit().isEmpty() && number.matches("[1-9][0-9]{0,8}")
                    ? Optional.of(Long.parseLong(number))
                    : Optional.empty();
        }

        /** The unit; empty if there is none. */
        public String unit() {
            return UNITS.stream().filter(text::endsWith).findFirst().orElse("");
        }
    }

    /** How long clients may keep the answer. */
    public record Cache(Span age, boolean shared) {}

    /** What a WebSocket speaks. */
    public record SocketOptions(List<String> protocols, int maxMessage) {
        /** Nothing in particular. */
        public static final SocketOptions NONE = new SocketOptions(List.of(), 0);

        /** Copies the protocols. */
        public SocketOptions {
            protocols = List.copyOf(protocols);
        }
    }

    /** Whether it is a WebSocket. */
    public boolean isSocket() {
        return verb.equals("socket");
    }

    /** The HTTP method in capitals. */
    public String method() {
        return isSocket() ? "GET" : verb.toUpperCase(java.util.Locale.ROOT);
    }

    /** The parameter that is the JSON body. */
    public Optional<ParameterDef> body() {
        return parameters.stream()
                .filter(parameter -> parameter.source() instanceof ParameterDef.Source.Body)
                .findFirst();
    }

    /** Whether a parameter comes from there. */
    public boolean takes(Class<? extends ParameterDef.Source> source) {
        return parameters.stream().anyMatch(parameter -> source.isInstance(parameter.source()));
    }

    /** Whether it reads a form. */
    public boolean takesForm() {
        return takes(ParameterDef.Source.File.class)
                || parameters.stream()
                        .anyMatch(parameter -> (parameter.source() instanceof ParameterDef.Source.Text text
                                        && text.part() == ParameterDef.Part.FORM)
                                || (parameter.source() instanceof ParameterDef.Source.Parts parts
                                        && parts.part() == ParameterDef.Part.FORM));
    }

    /**
     * Whether the runtime must find out who asks though everybody may: it takes the session or the user, or the request, which tells
     * of both.
     */
    public boolean takesSession() {
        boolean open = access instanceof RouteAccess.Everybody;
        return parameters.stream()
                .map(ParameterDef::source)
                .anyMatch(source -> source instanceof ParameterDef.Source.Known known
                        ? known.what() == ParameterDef.What.SESSION
                                || (open
                                        && (known.what() == ParameterDef.What.USER
                                                || known.what() == ParameterDef.What.REQUEST))
                        : open && source instanceof ParameterDef.Source.WebSocket);
    }

    /** Whether it answers readers, for whom nothing is a 404. */
    public boolean isRead() {
        return verb.equals("get") || verb.equals("head");
    }
}
