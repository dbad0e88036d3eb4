package dev.plectrum.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.plectrum.processor.model.JavaType;
import dev.plectrum.processor.model.JsonForm;
import dev.plectrum.processor.model.ParameterDef;
import dev.plectrum.processor.model.ResultDef;
import dev.plectrum.processor.model.ResultDef.Reply;
import dev.plectrum.processor.model.RouteAccess;
import dev.plectrum.processor.model.RouteDef;
import dev.plectrum.processor.model.ViewDef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Writes {@code ProductViewsRoutes}: the routes of one view class, and the JSON that they need. */
public final class RoutesEmitter {
    private static final int LINE = 80;
    private static final int OUTCOME_FAILED = 422;
    private static final ClassName FUTURE = RuntimeTypes.FUTURE;
    private static final Map<String, String> DURATIONS =
            Map.of("ms", "ofMillis", "s", "ofSeconds", "min", "ofMinutes", "h", "ofHours", "d", "ofDays");

    private final ViewDef view;
    private final Style style;
    private final JsonFormCode forms;
    private final TextFormCode texts = new TextFormCode();
    private final HandlerCode handlers;

    private RoutesEmitter(ViewDef view, Style style) {
        this.view = view;
        this.style = style;
        RuleCode rules = new RuleCode(new NameAllocator());
        this.forms = new JsonFormCode(view.json(), rules);
        this.handlers = new HandlerCode(forms, texts, rules);
    }

    /** The file. */
    public static JavaFile emit(ViewDef view, Style style) {
        return new RoutesEmitter(view, style).file();
    }

    /** The file of a view that has problems: no routes, so that the code that names it has no errors of its own. */
    public static JavaFile stub(ViewDef view, Style style) {
        RoutesEmitter emitter = new RoutesEmitter(view, style);
        TypeSpec.Builder type = emitter.type()
                .addJavadoc("Nothing yet: {@link $T} has problems.\n", Poet.className(view.java()))
                .addMethod(emitter.constructor(false))
                .addMethod(emitter.routesMethod()
                        .addStatement("return $T.of()", List.class)
                        .build());
        return ViewFiles.file(view.java().packageName(), type, style).build();
    }

    private TypeSpec.Builder type() {
        TypeSpec.Builder type =
                TypeSpec.classBuilder(Poet.className(view.routesType())).addSuperinterface(WebRuntime.ROUTES);
        return view.isPublic() ? type.addModifiers(Modifier.PUBLIC, Modifier.FINAL) : type.addModifiers(Modifier.FINAL);
    }

    private JavaFile file() {
        TypeSpec.Builder type = type().addJavadoc("The routes of {@link $T}.\n", Poet.className(view.java()));
        List<MethodSpec> methods = view.isSocket()
                ? new ConnectionCode(view, handlers).methods()
                : view.routes().stream().map(handlers::handler).toList();
        texts.constants().forEach(type::addField);
        handlers.constants().forEach(type::addField);
        type.addField(asked(), views(), Modifier.PRIVATE, Modifier.FINAL);
        for (JavaType middleware : view.middleware()) {
            type.addField(Poet.className(middleware), ViewFiles.variable(middleware), Modifier.PRIVATE, Modifier.FINAL);
        }
        type.addMethod(constructor(true));
        type.addMethod(routesMethod().addCode(routes()).build());
        methods.forEach(type::addMethod);
        JsonCodecCode.addNested(type, view.json(), view.written(), view.read());
        JavaFile.Builder file = ViewFiles.file(view.java().packageName(), type, style);
        texts.imports().forEach(name -> file.addStaticImport(WebRuntime.TEXT_TYPES, name));
        return file.build();
    }

    private MethodSpec constructor(boolean keeps) {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
        if (view.isPublic()) {
            constructor.addModifiers(Modifier.PUBLIC).addJavadoc("The routes of these views.\n");
        }
        constructor.addParameter(asked(), views());
        view.middleware().forEach(one -> constructor.addParameter(Poet.className(one), ViewFiles.variable(one)));
        if (keeps) {
            constructor.addStatement("this.$1L = $1L", views());
            view.middleware().forEach(one -> constructor.addStatement("this.$1L = $1L", ViewFiles.variable(one)));
        }
        return constructor.build();
    }

    /** The view itself, or what makes one for each connection. */
    private TypeName asked() {
        TypeName type = Poet.className(view.java());
        return view.isSocket() ? ParameterizedTypeName.get(ClassName.get(Callable.class), type) : type;
    }

    private String views() {
        return view.isSocket() ? "connections" : "views";
    }

    private MethodSpec.Builder routesMethod() {
        TypeName routes = ParameterizedTypeName.get(
                ClassName.get(List.class),
                ParameterizedTypeName.get(WebRuntime.ROUTE, WildcardTypeName.subtypeOf(Object.class)));
        return MethodSpec.methodBuilder("routes")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(routes);
    }

    private CodeBlock routes() {
        List<CodeBlock> routes = view.routes().stream().map(this::route).toList();
        return CodeBlock.of("return $T.of($L);\n", List.class, Poet.indentedLines(routes));
    }

    // Route.get("/products/{id}")
    //         .name("ProductViews.detail")
    //         .open()
    //         .future(this::detail, Reply.json(ProductCodec.INSTANCE))
    private CodeBlock route(RouteDef route) {
        List<CodeBlock> calls = new ArrayList<>();
        calls.add(CodeBlock.of(".name($S)", view.java().simpleName() + "." + route.name()));
        access(route, calls);
        limits(route, calls);
        if (!route.middleware().isEmpty()) {
            calls.add(CodeBlock.of(
                    ".use($L)",
                    String.join(
                            ", ",
                            route.middleware().stream().map(ViewFiles::variable).toList())));
        }
        calls.add(action(route));
        String verb = route.isSocket() ? "get" : route.verb();
        return CodeBlock.of(
                "$T.$L($S)$>$>\n$L$<$<", WebRuntime.ROUTE, verb, route.path().text(), CodeBlock.join(calls, "\n"));
    }

    private static void access(RouteDef route, List<CodeBlock> calls) {
        if (route.access() instanceof RouteAccess.Everybody) {
            calls.add(CodeBlock.of(".open()"));
        } else if (route.access() instanceof RouteAccess.Permissions permissions) {
            calls.add(CodeBlock.of(
                    ".permission($L)",
                    permissions.names().stream()
                            .map(name -> CodeBlock.of("$S", name))
                            .collect(CodeBlock.joining(", "))));
        } else if (route.access() instanceof RouteAccess.Condition condition) {
            calls.add(CodeBlock.of(".user(new $T())", Poet.className(condition.predicate())));
        }
    }

    private static void limits(RouteDef route, List<CodeBlock> calls) {
        RouteDef.Limits limits = route.limits();
        body(route, limits.maxBody(), calls);
        if (route.takesSession()) {
            calls.add(CodeBlock.of(".session()"));
        }
        if (limits.csrfExempt()) {
            calls.add(CodeBlock.of(".csrfExempt()"));
        }
        RouteDef.@Nullable Rate rate = limits.rate();
        if (rate != null) {
            CodeBlock burst = rate.burst() > 0 ? CodeBlock.of(".burst($L)", rate.burst()) : CodeBlock.of("");
            calls.add(CodeBlock.of(
                    ".rateLimit($1T.of($2S, $1T.By.$3L)$4L)", WebRuntime.RATE_LIMIT, rate.text(), rate.by(), burst));
        }
        RouteDef.@Nullable Span timeout = limits.timeout();
        if (timeout != null) {
            calls.add(CodeBlock.of(".timeout($L)", duration(timeout)));
        }
        RouteDef.@Nullable Cache cache = limits.cache();
        if (cache != null) {
            calls.add(CodeBlock.of(".$L($L)", cache.shared() ? "cacheShared" : "cacheFor", duration(cache.age())));
        }
        if (limits.conditional()) {
            calls.add(CodeBlock.of(".conditional()"));
        }
    }

    private static void body(RouteDef route, long maxBytes, List<CodeBlock> calls) {
        String use = "";
        for (ParameterDef parameter : route.parameters()) {
            if (parameter.source() instanceof ParameterDef.Source.Body
                    || (parameter.source() instanceof ParameterDef.Source.RawBody raw && !raw.stream())) {
                use = "BYTES";
            } else if (parameter.source() instanceof ParameterDef.Source.RawBody) {
                use = "STREAM";
            }
        }
        if (route.takesForm()) {
            calls.add(CodeBlock.of(".form()"));
        } else if (use.equals("BYTES") && maxBytes == 0) {
            calls.add(CodeBlock.of(".body()"));
        } else if (!use.isEmpty()) {
            calls.add(CodeBlock.of(".body($T.BodyUse.$L, $L)", WebRuntime.ROUTE, use, bytes(maxBytes)));
        }
    }

    private static String bytes(long number) {
        return number > Integer.MAX_VALUE ? number + "L" : Long.toString(number);
    }

    private static CodeBlock duration(RouteDef.Span span) {
        return CodeBlock.of(
                "$T.$L($L)",
                Duration.class,
                DURATIONS.get(span.unit()),
                span.amount().orElse(0L));
    }

    private CodeBlock action(RouteDef route) {
        if (route.isSocket()) {
            return CodeBlock.of(".socket($L)", socket(route));
        }
        String method = route.result().future() ? "future" : route.waits() ? "waiting" : "value";
        CodeBlock view = CodeBlock.of("this::$L", route.name());
        CodeBlock reply = reply(route.result().java(), route.result().reply(), route.status());
        return ViewFiles.length(reply) > LINE
                ? CodeBlock.of(".$L($L)", method, Poet.indentedLines(List.of(view, reply)))
                : CodeBlock.of(".$L($L, $L)", method, view, reply);
    }

    private CodeBlock socket(RouteDef route) {
        ParameterDef.Source.WebSocket messages = route.parameters().stream()
                .filter(parameter -> parameter.source() instanceof ParameterDef.Source.WebSocket)
                .map(parameter -> (ParameterDef.Source.WebSocket) parameter.source())
                .findFirst()
                .orElseThrow();
        List<CodeBlock> spoken = List.of(
                forms.decoder(messages.in()), forms.encoder(messages.out()), CodeBlock.of("this::$L", route.name()));
        CodeBlock.Builder spec = CodeBlock.builder()
                .add(
                        "$T.<$T, $T>json($L)",
                        WebRuntime.SOCKET_SPEC,
                        Poet.type(messages.in().java().boxed()),
                        Poet.type(messages.out().java().boxed()),
                        view.isSocket() ? Poet.indentedLines(spoken) : CodeBlock.join(spoken, ", "));
        if (!route.socket().protocols().isEmpty()) {
            spec.add(
                    ".protocols($L)",
                    route.socket().protocols().stream()
                            .map(name -> CodeBlock.of("$S", name))
                            .collect(CodeBlock.joining(", ")));
        }
        if (route.socket().maxMessage() > 0) {
            spec.add(".maxMessage($L)", route.socket().maxMessage());
        }
        return spec.build();
    }

    /** The reply with the status of success, if it is not the reply's own. */
    private CodeBlock reply(JavaType java, Reply reply, int status) {
        if (reply instanceof Reply.Either either) {
            List<JavaType> sides = java.arguments();
            return CodeBlock.of(
                    "$T.outcome($L, $L)",
                    WebRuntime.REPLY,
                    reply(sides.get(0), either.success(), status),
                    reply(sides.get(1), either.failure(), OUTCOME_FAILED));
        }
        CodeBlock plain = reply(reply);
        return status == 0 ? plain : CodeBlock.of("$L.status($L)", plain, status);
    }

    private CodeBlock reply(Reply reply) {
        if (reply instanceof Reply.Nothing) {
            return CodeBlock.of("$T.nothing()", WebRuntime.REPLY);
        } else if (reply instanceof Reply.Text) {
            return CodeBlock.of("$T.text()", WebRuntime.REPLY);
        } else if (reply instanceof Reply.Whole) {
            return CodeBlock.of("$T.response()", WebRuntime.REPLY);
        } else if (reply instanceof Reply.Redirect) {
            return CodeBlock.of("$T.redirect()", WebRuntime.REPLY);
        } else if (reply instanceof Reply.Json json) {
            return versioned(reply("json", json.form()), json.form(), "");
        } else if (reply instanceof Reply.Created created) {
            return versioned(reply("created", created.form()), created.form(), ".value()");
        } else if (reply instanceof Reply.Stream stream) {
            return reply("stream", stream.form());
        } else if (reply instanceof Reply.Events events) {
            return reply("events", events.form());
        }
        throw new IllegalArgumentException("Not a reply: " + reply);
    }

    private CodeBlock reply(String method, JsonForm form) {
        return JsonFormCode.isBare(form)
                ? CodeBlock.of(
                        "$T.<$T>$L($L)", WebRuntime.REPLY, Poet.type(form.java().boxed()), method, forms.encoder(form))
                : CodeBlock.of("$T.$L($L)", WebRuntime.REPLY, method, forms.encoder(form));
    }

    // Reply.json(OfferCodec.INSTANCE).versioned(offer -> offer.version)
    private CodeBlock versioned(CodeBlock reply, JsonForm form, String inside) {
        if (!(form instanceof JsonForm.ObjectOf one)) {
            return reply;
        }
        String name = ViewFiles.variable(one.java());
        return view.json()
                .version(one.java())
                .map(version -> CodeBlock.of(
                        "$L.versioned($L -> $L)",
                        reply,
                        name,
                        AccessCode.read(CodeBlock.of("$L$L", name, inside), version.access())))
                .orElse(reply);
    }

    /** {@code Future<@Nullable Product>}, or the type itself. */
    static TypeName returned(ResultDef result) {
        TypeName type = Poet.type(result.java());
        if (result.nullable() && !result.java().isPrimitive()) {
            type = Poet.nullable(type);
        }
        return result.future() ? ParameterizedTypeName.get(FUTURE, type) : type;
    }
}
