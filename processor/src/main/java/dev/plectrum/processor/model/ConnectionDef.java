package dev.plectrum.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the methods of a class do in each connection.
 *
 * @param isSocket whether the class is annotated with what asks for that
 * @param route what opens a connection; the first if several say so
 * @param opened the methods that say so
 * @param requests the methods that answer requests, which such a class cannot have
 */
public record ConnectionDef(
        boolean isSocket, Optional<RouteDef> route, List<Named> opened, List<Handler> handlers, List<Named> requests) {
    /** Copies the lists. */
    public ConnectionDef {
        opened = List.copyOf(opened);
        handlers = List.copyOf(handlers);
        requests = List.copyOf(requests);
    }

    /** A method by its name. */
    public record Named(String name, Place place) {}

    /** What a method is told of. */
    public enum Event {
        MESSAGE("OnMessage"),
        CLOSE("OnClose"),
        ERROR("OnError");

        private final String annotation;

        Event(String annotation) {
            this.annotation = annotation;
        }

        /** The annotation's simple name. */
        public String annotation() {
            return annotation;
        }
    }

    /** What becomes of a result. */
    public enum Answer {
        /** There is none. */
        NOTHING,
        /** It is waited for. */
        FUTURE,
        /** It is sent. */
        SENT,
        /** What it brings is sent. */
        FUTURE_SENT,
        /** Nobody knows what to do with it. */
        UNKNOWN
    }

    /**
     * A method that is told of something.
     *
     * @param nullable whether what is sent may be nothing
     * @param taken the types of messages that its parameter takes, of all that a sealed one permits
     * @param exceptions what it declares to throw
     * @param waits whether it wants to run on a virtual thread
     * @param flaw what keeps generated code from calling the method, in words; empty if nothing does
     */
    public record Handler(
            Event event,
            String name,
            List<ParameterDef> parameters,
            JavaType result,
            Answer answer,
            boolean nullable,
            Set<JavaType> taken,
            List<JavaType> exceptions,
            boolean waits,
            String flaw,
            Place place) {
        /** Copies the collections. */
        public Handler {
            parameters = List.copyOf(parameters);
            taken = Set.copyOf(taken);
            exceptions = List.copyOf(exceptions);
        }

        /** The parameters that nothing is known to come from: the message, code or failure. */
        public List<ParameterDef> subjects() {
            return parameters.stream()
                    .filter(parameter -> parameter.source() instanceof ParameterDef.Source.Nowhere)
                    .toList();
        }
    }

    /** The methods that are told of this. */
    public List<Handler> of(Event event) {
        return handlers.stream().filter(handler -> handler.event() == event).toList();
    }

    /** The socket that the route takes. */
    public Optional<ParameterDef> socket() {
        return route.stream()
                .flatMap(opens -> opens.parameters().stream())
                .filter(parameter -> parameter.source() instanceof ParameterDef.Source.WebSocket)
                .findFirst();
    }
}
