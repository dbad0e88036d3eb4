package dev.plectrum.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.plectrum.processor.model.ClientDef;
import dev.plectrum.processor.model.JsonFieldDef;
import dev.plectrum.processor.model.JsonForm;
import dev.plectrum.processor.model.JsonObjectDef;
import dev.plectrum.processor.model.ParameterDef;
import dev.plectrum.processor.model.ParameterDef.Presence;
import dev.plectrum.processor.model.ParameterDef.Source;
import dev.plectrum.processor.model.ResultDef.Reply;
import dev.plectrum.processor.model.RouteDef;
import dev.plectrum.processor.model.ViewDef;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes {@code ProductViewsClient}: a view's methods, asked over a test client. */
public final class ClientEmitter {
    private static final ClassName HTTP_METHOD = ClassName.get("io.vertx.core.http", "HttpMethod");
    private static final ClassName BUFFER = ClassName.get("io.vertx.core.buffer", "Buffer");
    private static final int OUTCOME_FAILED = 422;

    private final ClientDef client;
    private final Style style;
    private final JsonFormCode forms;
    private final TextFormCode texts = new TextFormCode();

    private ClientEmitter(ClientDef client, Style style) {
        this.client = client;
        this.style = style;
        // What clients read has no rules that are written here: those of a type are in its own codec.
        this.forms = new JsonFormCode(client.json(), new RuleCode(new NameAllocator()));
    }

    /** The file. */
    public static JavaFile emit(ClientDef client, Style style) {
        return new ClientEmitter(client, style).file();
    }

    /** The file of a view that has problems, so that the code that names it has no errors of its own. */
    public static JavaFile stub(ViewDef view, Style style) {
        ClientEmitter emitter = new ClientEmitter(new ClientDef(view, List.of(), view.json(), List.of()), style);
        TypeSpec.Builder type = emitter.type()
                .addJavadoc("Nothing yet: {@link $T} has problems.\n", Poet.className(view.java()))
                .addMethod(emitter.constructor(false));
        return ViewFiles.file(view.java().packageName(), type, style).build();
    }

    private TypeSpec.Builder type() {
        return TypeSpec.classBuilder(Poet.className(client.type())).addModifiers(visible(Modifier.FINAL));
    }

    private Modifier[] visible(Modifier... more) {
        List<Modifier> modifiers = new ArrayList<>();
        if (client.view().isPublic()) {
            modifiers.add(Modifier.PUBLIC);
        }
        modifiers.addAll(List.of(more));
        return modifiers.toArray(Modifier[]::new);
    }

    private JavaFile file() {
        TypeSpec.Builder type = type().addJavadoc(
                        "Asks {@link $T}, in tests.\n",
                        Poet.className(client.view().java()))
                .addField(WebRuntime.TEST_CLIENT, "client", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(constructor(true));
        List<MethodSpec> methods = client.routes().stream().map(this::method).toList();
        texts.constants().forEach(type::addField);
        methods.forEach(type::addMethod);
        client.types().forEach(object -> type.addType(declared(object)));
        JsonCodecCode.addNested(type, client.json(), client.written(), client.read());
        JavaFile.Builder file = ViewFiles.file(client.view().java().packageName(), type, style);
        texts.imports().forEach(name -> file.addStaticImport(WebRuntime.TEXT_TYPES, name));
        return file.build();
    }

    private MethodSpec constructor(boolean keeps) {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addModifiers(visible())
                .addJavadoc("Asks over this client, as whoever it is logged in as.\n")
                .addParameter(WebRuntime.TEST_CLIENT, "client");
        return (keeps ? constructor.addStatement("this.client = client") : constructor).build();
    }

    // TypedResponse<Page<ProductCard>> list(ProductFilter filter, @Nullable PageRequest page) {
    //     return client.request(HttpMethod.GET, Url.path("/products/"))
    //             .query("q", STRING, filter.text())
    //             .page(page)
    //             .answer(AnswerReader.json(RowsJson.readPage(ProductCardCodec.INSTANCE)));
    // }
    private MethodSpec method(ClientDef.Call call) {
        RouteDef route = call.route();
        NameAllocator names = new NameAllocator();
        names.newName("client");
        MethodSpec.Builder method = MethodSpec.methodBuilder(route.name())
                .addModifiers(visible())
                .addJavadoc("{@code $L $L}\n", route.method(), route.path().text())
                .returns(returned(call));
        List<CodeBlock> calls = new ArrayList<>();
        for (ParameterDef parameter : call.parameters()) {
            names.newName(parameter.name(), parameter);
            if (isAsked(parameter)) {
                method.addParameter(ParameterSpec.builder(parameterType(parameter), names.get(parameter))
                        .build());
                sent(calls, parameter, CodeBlock.of("$L", names.get(parameter)));
            }
        }
        calls.add(sending(call));
        CodeBlock url = UrlsEmitter.path(route, parameter -> names.get(sameIn(call, parameter)));
        return method.addCode(
                        "return client.request($T.$L, $L)$>$>\n$L;$<$<\n",
                        HTTP_METHOD,
                        route.method(),
                        url,
                        CodeBlock.join(calls, "\n"))
                .build();
    }

    private static ParameterDef sameIn(ClientDef.Call call, ParameterDef parameter) {
        return call.parameters().get(call.route().parameters().indexOf(parameter));
    }

    /** Whether it comes with the request; who asks is the client's matter. */
    private static boolean isAsked(ParameterDef parameter) {
        return parameter.isInput() || parameter.source() instanceof Source.RawBody;
    }

    private static TypeName parameterType(ParameterDef parameter) {
        Source source = parameter.source();
        TypeName type = Poet.type(parameter.java());
        if (source instanceof Source.RawBody) {
            return BUFFER;
        } else if (source instanceof Source.File) {
            return Poet.nullable(WebRuntime.TEST_FILE);
        } else if (parameter.is(ParameterDef.What.IF_MATCH)) {
            return Poet.nullable(ClassName.get(Long.class));
        } else if (source instanceof Source.Text text && text.presence() instanceof Presence.Default) {
            return Poet.nullable(Poet.type(parameter.java().boxed()));
        }
        boolean needed = source instanceof Source.Path
                || source instanceof Source.Parts
                || source instanceof Source.Body
                || parameter.java().isPrimitive();
        return needed ? type : Poet.nullable(type);
    }

    private void sent(List<CodeBlock> calls, ParameterDef parameter, CodeBlock value) {
        Source source = parameter.source();
        if (source instanceof Source.Text text) {
            boolean many = text.presence() instanceof Presence.Many;
            calls.add(CodeBlock.of(
                    ".$L($S, $L, $L)", method(text.part(), many), text.name(), texts.of(text.form()), value));
        } else if (source instanceof Source.Parts parts) {
            for (ParameterDef component : parts.components()) {
                sent(calls, component, CodeBlock.of("$L.$L()", value, component.name()));
            }
        } else if (source instanceof Source.File file) {
            calls.add(CodeBlock.of(".file($S, $L)", file.field(), value));
        } else if (source instanceof Source.RawBody) {
            calls.add(CodeBlock.of(".body($L)", value));
        } else if (source instanceof Source.Body body) {
            calls.add(CodeBlock.of(".json($L, $L)", forms.encoder(body.form()), value));
        } else if (parameter.is(ParameterDef.What.IF_MATCH)) {
            calls.add(CodeBlock.of(".ifMatch($L)", value));
        } else if (source instanceof Source.Known) {
            calls.add(CodeBlock.of(".page($L)", value));
        }
    }

    private static String method(ParameterDef.Part part, boolean many) {
        return switch (part) {
            case QUERY -> many ? "queries" : "query";
            case HEADER -> many ? "headers" : "header";
            case COOKIE -> many ? "cookies" : "cookie";
            case FORM -> many ? "forms" : "form";
        };
    }

    private static TypeName returned(ClientDef.Call call) {
        if (call.messages().isPresent()) {
            ClientDef.Messages messages = call.messages().get();
            return ParameterizedTypeName.get(WebRuntime.TEST_SOCKET, boxed(messages.in()), boxed(messages.out()));
        }
        Reply reply = call.reply();
        if (reply instanceof Reply.Events events) {
            return ParameterizedTypeName.get(WebRuntime.TEST_EVENTS, boxed(events.form()));
        }
        return reply instanceof Reply.Whole
                ? WebRuntime.TEST_RESPONSE
                : ParameterizedTypeName.get(WebRuntime.TYPED_RESPONSE, value(reply));
    }

    private static TypeName value(Reply reply) {
        if (reply instanceof Reply.Json json) {
            return Poet.type(json.form().java().boxed());
        } else if (reply instanceof Reply.Either either) {
            return ParameterizedTypeName.get(WebRuntime.OUTCOME, value(either.success()), value(either.failure()));
        } else if (reply instanceof Reply.Nothing) {
            return Poet.nullable(ClassName.get(Void.class));
        }
        return ClassName.get(String.class);
    }

    private static TypeName boxed(JsonForm form) {
        return Poet.type(form.java().boxed());
    }

    // .answer(AnswerReader.json(ProductCodec.INSTANCE))
    private CodeBlock sending(ClientDef.Call call) {
        if (call.messages().isPresent()) {
            ClientDef.Messages messages = call.messages().get();
            List<CodeBlock> arguments = new ArrayList<>();
            arguments.add(forms.encoder(messages.in()));
            arguments.add(forms.decoder(messages.out()));
            call.route().socket().protocols().forEach(name -> arguments.add(CodeBlock.of("$S", name)));
            return CodeBlock.of(
                    ".<$T, $T>socket($L)",
                    boxed(messages.in()),
                    boxed(messages.out()),
                    CodeBlock.join(arguments, ", "));
        } else if (call.reply() instanceof Reply.Events events) {
            return CodeBlock.of(".<$T>events($L)", boxed(events.form()), forms.decoder(events.form()));
        }
        return call.reply() instanceof Reply.Whole
                ? CodeBlock.of(".send()")
                : CodeBlock.of(".answer($L)", reader(call.reply(), call.route().status()));
    }

    // AnswerReader.json(ProductCodec.INSTANCE)
    private CodeBlock reader(Reply reply, int status) {
        if (reply instanceof Reply.Json json) {
            return JsonFormCode.isBare(json.form()) || json.form() instanceof JsonForm.DeletedRows
                    ? CodeBlock.of(
                            "$T.<$T>json($L)",
                            WebRuntime.ANSWER_READER,
                            Poet.type(json.form().java().boxed()),
                            forms.decoder(json.form()))
                    : CodeBlock.of("$T.json($L)", WebRuntime.ANSWER_READER, forms.decoder(json.form()));
        } else if (reply instanceof Reply.Either either) {
            return CodeBlock.of(
                    "$T.outcome($L, $L, $L)",
                    WebRuntime.ANSWER_READER,
                    reader(either.success(), status),
                    OUTCOME_FAILED,
                    reader(either.failure(), status));
        } else if (reply instanceof Reply.Nothing) {
            return CodeBlock.of("$T.nothing()", WebRuntime.ANSWER_READER);
        } else if (reply instanceof Reply.Redirect) {
            return CodeBlock.of("$T.redirect()", WebRuntime.ANSWER_READER);
        }
        return CodeBlock.of("$T.text()", WebRuntime.ANSWER_READER);
    }

    // record ProductAnswer(@Nullable Long id, String name) {}
    private TypeSpec declared(JsonObjectDef object) {
        ClassName name = Poet.className(object.java());
        TypeSpec.Builder type;
        if (object.union().isPresent()) {
            type = TypeSpec.interfaceBuilder(name).addModifiers(Modifier.SEALED);
            for (JsonObjectDef.Variant variant : object.union().get().variants()) {
                type.addPermittedSubclass(Poet.className(variant.java()));
            }
            type.addModifiers(visible());
        } else {
            MethodSpec.Builder components = MethodSpec.constructorBuilder();
            for (JsonFieldDef field : object.fields()) {
                TypeName of = Poet.type(field.form().java());
                components.addParameter(
                        field.nullable() && !field.form().java().isPrimitive() ? Poet.nullable(of) : of,
                        field.property());
            }
            type = TypeSpec.recordBuilder(name)
                    .recordConstructor(components.build())
                    .addModifiers(visible());
        }
        for (JsonObjectDef union : client.types()) {
            if (union.union().stream().flatMap(one -> one.variants().stream()).anyMatch(variant -> variant.java()
                    .equals(object.java()))) {
                type.addSuperinterface(Poet.className(union.java()));
            }
        }
        return type.addJavadoc(about(object)).build();
    }

    private static CodeBlock about(JsonObjectDef object) {
        return object.java().simpleName().endsWith("Body")
                ? CodeBlock.of("What a client may say.\n")
                : CodeBlock.of("What an answer says.\n");
    }
}
