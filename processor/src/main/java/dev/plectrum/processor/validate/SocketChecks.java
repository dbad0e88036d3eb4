package dev.plectrum.processor.validate;

import dev.plectrum.processor.model.ConnectionDef;
import dev.plectrum.processor.model.ConnectionDef.Answer;
import dev.plectrum.processor.model.ConnectionDef.Event;
import dev.plectrum.processor.model.ConnectionDef.Handler;
import dev.plectrum.processor.model.ConnectionDef.Named;
import dev.plectrum.processor.model.JavaType;
import dev.plectrum.processor.model.JsonForm;
import dev.plectrum.processor.model.JsonObjectDef;
import dev.plectrum.processor.model.ParameterDef;
import dev.plectrum.processor.model.ParameterDef.Source;
import dev.plectrum.processor.model.ParameterDef.What;
import dev.plectrum.processor.model.ViewDef;
import dev.plectrum.processor.report.Code;
import dev.plectrum.processor.report.Problem;
import dev.plectrum.processor.report.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A class that answers WebSockets must say what happens when one opens, and what to do with every message. */
final class SocketChecks {
    private final ViewDef view;
    private final ConnectionDef connection;
    private final Problems problems;
    private final String name;

    private SocketChecks(ViewDef view, ConnectionDef connection, Problems problems) {
        this.view = view;
        this.connection = connection;
        this.problems = problems;
        this.name = view.java().simpleName();
    }

    static void check(ViewDef view, Problems problems) {
        view.connection().ifPresent(connection -> new SocketChecks(view, connection, problems).check());
    }

    private void check() {
        if (!connection.isSocket()) {
            notOne();
            return;
        }
        opened();
        for (Named request : connection.requests()) {
            problems.add(Problem.of(
                            Code.SOCKET_CLASS,
                            request.place(),
                            name + "." + request.name() + " answers requests, but " + name
                                    + " is made for each WebSocket")
                    .because("Move it to a class with @View."));
        }
        connection.handlers().forEach(this::method);
        for (Event event : List.of(Event.CLOSE, Event.ERROR)) {
            connection.of(event).stream()
                    .skip(1)
                    .forEach(second -> problems.add(Problem.of(
                            Code.SOCKET_METHOD,
                            second.place(),
                            name + "." + second.name() + " is @" + event.annotation() + ", as " + name + "."
                                    + connection.of(event).get(0).name() + " is already")));
        }
        connection.socket().ifPresent(socket -> messages((Source.WebSocket) socket.source()));
    }

    private void notOne() {
        Stream<Named> opened = connection.opened().stream();
        Stream<Named> told = connection.handlers().stream().map(handler -> new Named(handler.name(), handler.place()));
        Stream.concat(opened, told)
                .forEach(method -> problems.add(Problem.of(
                                Code.SOCKET_CLASS,
                                method.place(),
                                name + "." + method.name() + " is told of a WebSocket, but " + name + " is not @Socket")
                        .because("An object of a class with @Socket is made for each connection.")
                        .fix("@Socket(\"/…\") class " + name)));
    }

    private void opened() {
        if (connection.opened().isEmpty()) {
            problems.add(Problem.of(
                            Code.SOCKET_CLASS,
                            view.place(),
                            name + " answers WebSockets, but nothing says what it does when one opens")
                    .because(
                            "That method takes the Conversation, whose arguments are the messages that come in and go out.")
                    .fix("@OnOpen void opened(Conversation<Question, Answer> socket)"));
        }
        connection.opened().stream()
                .skip(1)
                .forEach(second -> problems.add(Problem.of(
                        Code.SOCKET_CLASS,
                        second.place(),
                        name + "." + second.name() + " is @OnOpen, as " + name + "."
                                + connection.opened().get(0).name() + " is already")));
    }

    private void method(Handler handler) {
        String method = name + "." + handler.name();
        if (!handler.flaw().isEmpty()) {
            problems.add(Problem.of(
                            Code.SOCKET_METHOD,
                            handler.place(),
                            method + " is @" + handler.event().annotation() + ", but it " + handler.flaw())
                    .because("Generated code in the same package calls it on the object of the connection."));
        }
        if (handler.waits()) {
            problems.add(RouteChecks.waitingSocket(method, handler.place()));
        }
        if (!handler.exceptions().isEmpty()) {
            String thrown = handler.exceptions().get(0).display();
            problems.add(Problem.of(Code.SOCKET_METHOD, handler.place(), method + " declares to throw " + thrown)
                    .because("Nobody would catch it. Return a failed future, or throw a RuntimeException.")
                    .fix("return Future.failedFuture(…)"));
        }
        subject(handler, method);
        for (ParameterDef parameter : handler.parameters()) {
            boolean known = parameter.source() instanceof Source.Nowhere
                    || isTheSocket(parameter)
                    || parameter.is(What.REQUEST)
                    || parameter.is(What.USER);
            if (!known) {
                problems.add(
                        Problem.of(
                                        Code.SOCKET_METHOD,
                                        parameter.place(),
                                        method + " takes " + parameter.name()
                                                + ", which is there only when the socket opens")
                                .because("Take it in the method with @OnOpen, and keep it in a field.")
                                .because(
                                        "Besides what it is told of, it can take the same Conversation, the Request and the User."));
            }
        }
        result(handler, method);
    }

    private boolean isTheSocket(ParameterDef parameter) {
        return parameter.source() instanceof Source.WebSocket
                && connection
                        .socket()
                        .map(ParameterDef::java)
                        .filter(parameter.java()::equals)
                        .isPresent();
    }

    private void subject(Handler handler, String method) {
        List<ParameterDef> subjects = handler.subjects();
        String wanted =
                switch (handler.event()) {
                    case MESSAGE -> "the message";
                    case CLOSE -> "int";
                    case ERROR -> "java.lang.Throwable";
                };
        boolean optional = handler.event() == Event.CLOSE;
        boolean fits = handler.event() == Event.MESSAGE
                || subjects.stream().allMatch(parameter -> parameter.java().is(wanted));
        if ((subjects.isEmpty() && !optional) || subjects.size() > 1 || !fits) {
            String what = handler.event() == Event.MESSAGE
                    ? "one message"
                    : handler.event() == Event.CLOSE ? "an int, the close code, or nothing" : "the Throwable";
            problems.add(Problem.of(
                            Code.SOCKET_METHOD,
                            handler.place(),
                            method + " is @" + handler.event().annotation() + ", so it takes " + what)
                    .because("Besides that, it can take the same Conversation as @OnOpen, the Request and the User."));
        }
    }

    private void result(Handler handler, String method) {
        boolean message = handler.event() == Event.MESSAGE;
        if (message ? handler.answer() == Answer.UNKNOWN : handler.answer() != Answer.NOTHING) {
            String out = connection
                    .socket()
                    .map(socket ->
                            ((Source.WebSocket) socket.source()).out().java().display())
                    .orElse("Answer");
            Problem problem = Problem.of(
                    Code.SOCKET_METHOD,
                    handler.place(),
                    method + " returns " + handler.result().display() + ", which "
                            + (message ? "is not what " + name + " sends" : "nobody is there to take"));
            problems.add(
                    message
                            ? problem.because("It returns nothing, a Future<Void>, or what is to be sent: " + out
                                            + ", itself or in a Future.")
                                    .fix(out + " " + handler.name() + "(…)")
                            : problem.fix("void " + handler.name() + "(…)"));
        }
    }

    private void messages(Source.WebSocket spoken) {
        JsonForm in = spoken.in();
        String type = in.java().display();
        List<Handler> handlers = connection.of(Event.MESSAGE);
        if (handlers.isEmpty()) {
            problems.add(Problem.of(
                            Code.SOCKET_MESSAGE,
                            view.place(),
                            name + " reads " + type + ", but nothing says what to do with one")
                    .fix("@OnMessage void received(" + type + " message)"));
            return;
        }
        Map<JavaType, Handler> takers = new HashMap<>();
        for (Handler handler : handlers) {
            if (handler.subjects().size() == 1 && handler.taken().isEmpty()) {
                problems.add(Problem.of(
                                Code.SOCKET_MESSAGE,
                                handler.place(),
                                name + "." + handler.name() + " takes "
                                        + handler.subjects().get(0).java().display() + ", but the messages of " + name
                                        + " are " + type)
                        .because("What comes in is the first argument of the Conversation in @OnOpen."));
            }
            for (JavaType taken : handler.taken()) {
                Handler first = takers.putIfAbsent(taken, handler);
                if (first != null) {
                    problems.add(Problem.of(
                                    Code.SOCKET_MESSAGE,
                                    handler.place(),
                                    name + "." + first.name() + " and " + name + "." + handler.name() + " both take "
                                            + taken.display())
                            .because("Only one of the two would ever be told of it."));
                }
            }
        }
        for (JavaType kind : kinds(in)) {
            boolean unclear =
                    handlers.stream().anyMatch(handler -> handler.taken().isEmpty());
            if (!takers.containsKey(kind) && !unclear) {
                problems.add(Problem.of(
                                Code.SOCKET_MESSAGE,
                                view.place(),
                                name + " reads " + type + ", but nothing says what to do with a " + kind.display())
                        .fix("@OnMessage void received(" + kind.display() + " message)"));
            }
        }
    }

    private List<JavaType> kinds(JsonForm in) {
        Optional<JsonObjectDef.Union> union = in instanceof JsonForm.ObjectOf one
                ? view.json().object(one.java()).union()
                : Optional.empty();
        return union.map(types -> types.variants().stream()
                        .map(JsonObjectDef.Variant::java)
                        .toList())
                .orElse(List.of());
    }
}
