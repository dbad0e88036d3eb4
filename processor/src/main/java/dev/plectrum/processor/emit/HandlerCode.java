package dev.plectrum.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.plectrum.processor.model.DraftDef;
import dev.plectrum.processor.model.JavaType;
import dev.plectrum.processor.model.JsonForm;
import dev.plectrum.processor.model.ParameterDef;
import dev.plectrum.processor.model.ParameterDef.Presence;
import dev.plectrum.processor.model.ParameterDef.Source;
import dev.plectrum.processor.model.RouteDef;
import dev.plectrum.processor.model.Words;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes the methods that read a request's values and ask a view. */
final class HandlerCode {
    private final JsonFormCode forms;
    private final TextFormCode texts;
    private final RuleCode rules;

    HandlerCode(JsonFormCode forms, TextFormCode texts, RuleCode rules) {
        this.rules = rules;
        this.forms = forms;
        this.texts = texts;
    }

    /** The patterns that parameters must match. */
    List<FieldSpec> constants() {
        return rules.patterns();
    }

    // private Future<@Nullable Product> detail(Request request) {
    //     Inputs in = request.inputs();
    //     long id = in.path(0, LONG);
    //     return views.detail(id);
    // }
    MethodSpec handler(RouteDef route) {
        return handler(route, "views", CodeBlock.of(""));
    }

    // private void joined(Conversation<Move, Board> socket) throws Exception {
    //     Request request = socket.request();
    //     Inputs in = request.inputs();
    //     long room = in.path(0, LONG);
    //     GameSocket connection = connections.call();
    //     socket.onMessage(message -> message(connection, socket, message));
    //     connection.joined(socket, room);
    // }
    MethodSpec handler(RouteDef route, String object, CodeBlock before) {
        NameAllocator locals = new NameAllocator();
        List.of("in", "request", "socket", "views", "connection", "connections", "message", "code", "cause")
                .forEach(locals::newName);
        route.parameters().forEach(parameter -> locals.newName(parameter.name(), parameter));
        MethodSpec.Builder method = MethodSpec.methodBuilder(route.name()).addModifiers(Modifier.PRIVATE);
        if (before.isEmpty()) {
            route.exceptions().forEach(exception -> method.addException(Poet.type(exception)));
        }
        boolean inputs = route.parameters().stream().anyMatch(ParameterDef::isInput);
        if (route.isSocket()) {
            method.addParameter(socketType(route), "socket");
            boolean asks = inputs || route.takes(Source.Known.class);
            if (asks) {
                method.addStatement("$T request = socket.request()", WebRuntime.REQUEST);
            }
        } else {
            method.returns(
                            route.result().isVoid()
                                    ? Poet.nullable(TypeName.get(Void.class))
                                    : RoutesEmitter.returned(route.result()))
                    .addParameter(WebRuntime.REQUEST, "request");
        }
        if (inputs) {
            method.addStatement("$T in = request.inputs()", WebRuntime.INPUTS);
        }
        CodeBlock.Builder code = CodeBlock.builder();
        CodeBlock.Builder checks = CodeBlock.builder();
        for (ParameterDef parameter : route.parameters()) {
            read(code, checks, parameter, locals);
        }
        method.addCode(code.build());
        method.addCode(checks.build());
        if (!checks.isEmpty() || route.parameters().stream().anyMatch(ParameterDef::isGathered)) {
            method.addStatement("in.check()");
        }
        method.addCode(before);
        if (!before.isEmpty()) {
            method.addException(Exception.class);
        }
        CodeBlock call = CodeBlock.of(
                "$L.$L($L)",
                object,
                route.name(),
                route.parameters().stream()
                        .map(parameter -> argument(parameter, locals))
                        .collect(CodeBlock.joining(", ")));
        if (route.isSocket()) {
            return method.addStatement(call).build();
        }
        if (route.result().isVoid()) {
            return method.addStatement(call).addStatement("return null").build();
        }
        return method.addStatement("return $L", leavesChecks(route) ? CodeBlock.of("in.checked($L)", call) : call)
                .build();
    }

    /** Whether the database may refuse a row whose values are a client's. */
    private static boolean leavesChecks(RouteDef route) {
        return route.result().future()
                && route.body()
                        .map(body -> ((Source.Body) body.source()).form())
                        .filter(JsonForm.DraftOf.class::isInstance)
                        .flatMap(form -> ((JsonForm.DraftOf) form).body().draft())
                        .filter(DraftDef::leavesChecks)
                        .isPresent();
    }

    private static TypeName socketType(RouteDef route) {
        return route.parameters().stream()
                .filter(parameter -> parameter.source() instanceof Source.WebSocket)
                .map(parameter -> Poet.type(parameter.java()))
                .findFirst()
                .orElse(ParameterizedTypeName.get(
                        WebRuntime.CONVERSATION, TypeName.get(Object.class), TypeName.get(Object.class)));
    }

    private void read(CodeBlock.Builder code, CodeBlock.Builder checks, ParameterDef parameter, NameAllocator locals) {
        if (parameter.source() instanceof Source.Parts parts) {
            for (ParameterDef component : parts.components()) {
                String name = parameter.name() + Words.capital(component.name());
                locals.newName(name, List.of(parameter, component));
                declare(code, component, locals.get(List.of(parameter, component)));
                check(checks, component, locals.get(List.of(parameter, component)));
            }
        } else if (parameter.isInput()) {
            declare(code, parameter, locals.get(parameter));
            check(checks, parameter, locals.get(parameter));
        }
    }

    private void declare(CodeBlock.Builder code, ParameterDef parameter, String name) {
        code.addStatement("$T $L = $L", Poet.type(parameter.java()), name, value(parameter));
    }

    private CodeBlock value(ParameterDef parameter) {
        Source source = parameter.source();
        if (source instanceof Source.Path path) {
            return CodeBlock.of("in.path($L, $L)", path.index(), texts.of(path.form()));
        } else if (source instanceof Source.Text text) {
            return text(text);
        } else if (source instanceof Source.Body body) {
            CodeBlock groups = body.groups().stream()
                    .map(group -> CodeBlock.of(", $T.class", Poet.className(group)))
                    .collect(CodeBlock.joining(""));
            return CodeBlock.of("in.body($L$L)", decoder(body), groups);
        } else if (source instanceof Source.File file) {
            return CodeBlock.of("in.$L($S)", parameter.nullable() ? "optionalUpload" : "requiredUpload", file.field());
        }
        if (parameter.is(ParameterDef.What.IF_MATCH)) {
            return CodeBlock.of(parameter.nullable() ? "in.optionalIfMatch()" : "in.ifMatch()");
        }
        return CodeBlock.of("in.page()");
    }

    private CodeBlock decoder(Source.Body body) {
        CodeBlock decoder = forms.decoder(body.form());
        return JsonFormCode.isBare(body.form())
                ? CodeBlock.of("($T) $L", forms.decoderType(body.form()), decoder)
                : decoder;
    }

    // in.query().optional("size", INT, 20)
    private CodeBlock text(Source.Text text) {
        CodeBlock type = texts.of(text.form());
        String part = text.part().method();
        if (text.presence() instanceof Presence.Required) {
            return CodeBlock.of("in.$L().required($S, $L)", part, text.name(), type);
        } else if (text.presence() instanceof Presence.Optional) {
            return CodeBlock.of("in.$L().optional($S, $L)", part, text.name(), type);
        } else if (text.presence() instanceof Presence.Default other) {
            return CodeBlock.of(
                    "in.$L().optional($S, $L, $L)", part, text.name(), type, texts.literal(text.form(), other.text()));
        }
        return CodeBlock.of("in.$L().list($S, $L)", part, text.name(), type);
    }

    private void check(CodeBlock.Builder checks, ParameterDef parameter, String local) {
        String name = parameter.name();
        CodeBlock invalid;
        boolean always = false;
        if (parameter.source() instanceof Source.Text text) {
            name = text.name();
            invalid = CodeBlock.of("in.$L().invalid", text.part().method());
            always = text.presence() instanceof Presence.Many;
        } else if (parameter.source() instanceof Source.Path) {
            invalid = CodeBlock.of("in.errors($T.PATH).add", WebRuntime.PLACE);
            always = true;
        } else {
            return;
        }
        // A required value that is missing is null until the check below.
        boolean nullable = !always && !parameter.java().isPrimitive();
        rules.add(
                checks,
                parameter.rules(),
                new RuleCode.Subject(
                        parameter.java(), CodeBlock.of("$L", local), nullable, name, invalid, Words.constant(local)));
    }

    private static CodeBlock argument(ParameterDef parameter, NameAllocator locals) {
        Source source = parameter.source();
        if (source instanceof Source.Known known) {
            return known(parameter.java(), parameter.nullable(), known, locals, parameter);
        } else if (source instanceof Source.RawBody raw) {
            return CodeBlock.of(raw.stream() ? "request.bodyStream()" : "request.body()");
        } else if (source instanceof Source.WebSocket) {
            return CodeBlock.of("socket");
        } else if (source instanceof Source.Parts parts) {
            return CodeBlock.of(
                    "new $T($L)",
                    Poet.className(parameter.java()),
                    Stream.of(parts.components())
                            .flatMap(List::stream)
                            .map(component -> CodeBlock.of("$L", locals.get(List.of(parameter, component))))
                            .collect(CodeBlock.joining(", ")));
        }
        return CodeBlock.of("$L", locals.get(parameter));
    }

    private static CodeBlock known(
            JavaType java, boolean nullable, Source.Known known, NameAllocator locals, ParameterDef parameter) {
        return switch (known.what()) {
            case REQUEST -> CodeBlock.of("request");
            case SESSION -> CodeBlock.of("request.session()");
            case LOCALE -> CodeBlock.of("request.locale()");
            case PAGE, IF_MATCH -> CodeBlock.of("$L", locals.get(parameter));
            case USER -> {
                CodeBlock user = CodeBlock.of(nullable ? "request.user()" : "request.requireUser()");
                yield java.is("dev.plectrum.web.security.User") ? user : CodeBlock.of("($T) $L", Poet.type(java), user);
            }
        };
    }
}
