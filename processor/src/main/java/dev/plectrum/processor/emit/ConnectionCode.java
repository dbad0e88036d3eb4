package dev.plectrum.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.plectrum.processor.model.ConnectionDef;
import dev.plectrum.processor.model.ConnectionDef.Answer;
import dev.plectrum.processor.model.ConnectionDef.Event;
import dev.plectrum.processor.model.ConnectionDef.Handler;
import dev.plectrum.processor.model.ParameterDef;
import dev.plectrum.processor.model.ParameterDef.Source;
import dev.plectrum.processor.model.RouteDef;
import dev.plectrum.processor.model.ViewDef;
import dev.plectrum.processor.model.Words;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the methods that open a connection and hand its messages to the object that is made for it. */
final class ConnectionCode {
    private final ViewDef view;
    private final ConnectionDef connection;
    private final HandlerCode handlers;
    private final RouteDef route;
    private final String dispatch;

    ConnectionCode(ViewDef view, HandlerCode handlers) {
        this.view = view;
        this.connection = view.connection().orElseThrow();
        this.handlers = handlers;
        this.route = connection.route().orElseThrow();
        this.dispatch = route.name().equals("message") ? "received" : "message";
    }

    List<MethodSpec> methods() {
        return List.of(handlers.handler(route, "connection", opening()), message());
    }

    // GameSocket connection = connections.call();
    // socket.onMessage(message -> message(connection, socket, message));
    // socket.onError(cause -> connection.failed(cause));
    // socket.onClose(code -> connection.left(code));
    private CodeBlock opening() {
        CodeBlock.Builder code = CodeBlock.builder()
                .addStatement("$T connection = connections.call()", Poet.className(view.java()))
                .addStatement("socket.onMessage(message -> $L(connection, socket, message))", dispatch);
        connection
                .of(Event.ERROR)
                .forEach(failed -> code.addStatement("socket.onError(cause -> $L)", call(failed, "cause")));
        connection
                .of(Event.CLOSE)
                .forEach(closed -> code.addStatement("socket.onClose(code -> $L)", call(closed, "code")));
        return code.build();
    }

    // private static @Nullable Future<?> message(GameSocket connection, Conversation<Move, Board> socket, Move message)
    // {
    //     if (message instanceof Move.Pass pass) {
    //         return connection.pass(pass);
    //     }
    //     connection.place((Move.Place) message);
    //     return null;
    // }
    private MethodSpec message() {
        ParameterDef socket = connection.socket().orElseThrow();
        Source.WebSocket spoken = (Source.WebSocket) socket.source();
        TypeName message = Poet.type(spoken.in().java());
        MethodSpec.Builder method = MethodSpec.methodBuilder(dispatch)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(Poet.nullable(
                        ParameterizedTypeName.get(RuntimeTypes.FUTURE, WildcardTypeName.subtypeOf(Object.class))))
                .addParameter(Poet.className(view.java()), "connection")
                .addParameter(Poet.type(socket.java()), "socket")
                .addParameter(message, "message");
        List<Handler> all = new ArrayList<>(connection.of(Event.MESSAGE));
        Handler last = all.remove(all.size() - 1);
        NameAllocator names = new NameAllocator();
        List.of("connection", "socket", "message", "answer").forEach(names::newName);
        for (Handler handler : all) {
            TypeName type = Poet.type(handler.subjects().get(0).java());
            String name = names.newName(
                    Words.variable(handler.subjects().get(0).java().simpleName()));
            method.beginControlFlow("if (message instanceof $T $L)", type, name)
                    .addCode(handled(handler, CodeBlock.of("$L", name)))
                    .endControlFlow();
        }
        TypeName type = Poet.type(last.subjects().get(0).java());
        CodeBlock whole = type.equals(message) ? CodeBlock.of("message") : CodeBlock.of("($T) message", type);
        return method.addCode(handled(last, whole)).build();
    }

    private static CodeBlock handled(Handler handler, CodeBlock message) {
        CodeBlock call = call(handler, message);
        CodeBlock.Builder code = CodeBlock.builder();
        if (handler.answer() == Answer.NOTHING) {
            code.addStatement(call).addStatement("return null");
        } else if (handler.answer() == Answer.FUTURE) {
            code.addStatement("return $L", call);
        } else if (handler.answer() == Answer.SENT && handler.nullable()) {
            code.addStatement("$T answer = $L", Poet.nullable(Poet.type(handler.result())), call)
                    .addStatement("return answer == null ? null : socket.send(answer)");
        } else if (handler.answer() == Answer.SENT) {
            code.addStatement("return socket.send($L)", call);
        } else if (handler.nullable()) {
            code.addStatement(
                    "return $L.compose(answer -> answer == null ? $T.succeededFuture() : socket.send(answer))",
                    call,
                    RuntimeTypes.FUTURE);
        } else {
            code.addStatement("return $L.compose(socket::send)", call);
        }
        return code.build();
    }

    private static CodeBlock call(Handler handler, String subject) {
        return call(handler, CodeBlock.of("$L", subject));
    }

    private static CodeBlock call(Handler handler, CodeBlock subject) {
        return CodeBlock.of(
                "connection.$L($L)",
                handler.name(),
                handler.parameters().stream()
                        .map(parameter -> argument(parameter, subject))
                        .collect(CodeBlock.joining(", ")));
    }

    private static CodeBlock argument(ParameterDef parameter, CodeBlock subject) {
        if (parameter.source() instanceof Source.WebSocket) {
            return CodeBlock.of("socket");
        } else if (parameter.is(ParameterDef.What.REQUEST)) {
            return CodeBlock.of("socket.request()");
        } else if (parameter.is(ParameterDef.What.USER)) {
            CodeBlock user = CodeBlock.of("socket.request().$L()", parameter.nullable() ? "user" : "requireUser");
            return parameter.java().is("dev.plectrum.web.security.User")
                    ? user
                    : CodeBlock.of("($T) $L", Poet.type(parameter.java()), user);
        }
        return subject;
    }
}
