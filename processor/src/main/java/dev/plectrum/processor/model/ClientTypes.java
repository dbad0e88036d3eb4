package dev.plectrum.processor.model;

import dev.plectrum.processor.model.ResultDef.Reply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a client makes of a view's types. Records that JSON can be read into stay what they are. For all others, models above all, the
 * client declares a record with what an answer says of them: {@code ProductAnswer}.
 */
final class ClientTypes {
    private static final JavaType STRING = JavaType.of("java.lang", "String");
    private static final Set<String> READABLE_LISTS =
            Set.of("java.util.List", "java.util.Collection", "java.lang.Iterable");

    private final JsonTypes scanned;
    private final JavaType client;
    private final Map<JavaType, JsonObjectDef> json = new LinkedHashMap<>();
    private final Map<JavaType, JavaType> mirrors = new LinkedHashMap<>();
    private final Set<JavaType> declared = new LinkedHashSet<>();
    private final Map<JavaType, Boolean> readable = new HashMap<>();
    private final Set<String> names = new HashSet<>();

    ClientTypes(JsonTypes scanned, JavaType client) {
        this.scanned = scanned;
        this.client = client;
        for (JsonObjectDef object : scanned.all()) {
            json.put(object.java(), object);
            names.add(object.codec().simpleName().replaceFirst("Codec$", ""));
        }
    }

    JsonTypes json() {
        return new JsonTypes(json);
    }

    /** The types that the client declares. */
    List<JsonObjectDef> declared() {
        return declared.stream().map(json()::object).toList();
    }

    /** A parameter as the client sends it: values for a draft become a record. */
    ParameterDef sent(RouteDef route, ParameterDef parameter) {
        if (!(parameter.source() instanceof ParameterDef.Source.Body body)
                || !(body.form() instanceof JsonForm.DraftOf draft)) {
            return parameter;
        }
        JavaType type = own(Words.capital(route.name()) + "Body");
        List<JsonFieldDef> fields =
                draft.body().fields().stream().map(this::component).toList();
        put(type, JsonObjectDef.Kind.RECORD, fields, Optional.empty(), draft.body());
        return new ParameterDef(
                parameter.name(),
                type,
                false,
                new ParameterDef.Source.Body(new JsonForm.ObjectOf(type), false, List.of()),
                List.of(),
                parameter.doc(),
                List.of(),
                parameter.place());
    }

    /** What the client reads where a view replies with this. */
    Reply answered(Reply reply) {
        if (reply instanceof Reply.Json one) {
            return new Reply.Json(answered(one.form()));
        } else if (reply instanceof Reply.Created created) {
            return new Reply.Json(answered(created.form()));
        } else if (reply instanceof Reply.Stream stream) {
            return new Reply.Json(listOf(answered(stream.form())));
        } else if (reply instanceof Reply.Events events) {
            return new Reply.Events(answered(events.form()));
        } else if (reply instanceof Reply.Either either) {
            return new Reply.Either(answered(either.success()), answered(either.failure()));
        }
        return reply;
    }

    /** What is said over a route's WebSocket, if it is one. */
    Optional<ClientDef.Messages> spoken(RouteDef route) {
        return route.parameters().stream()
                .filter(parameter -> parameter.source() instanceof ParameterDef.Source.WebSocket)
                .map(parameter -> (ParameterDef.Source.WebSocket) parameter.source())
                .map(socket -> new ClientDef.Messages(socket.in(), answered(socket.out())))
                .findFirst();
    }

    private static JsonForm listOf(JsonForm element) {
        return new JsonForm.ListOf(generic("java.util", "List", element), element);
    }

    private static JavaType generic(String packageName, String name, JsonForm argument) {
        return new JavaType(packageName, name, List.of(argument.java().boxed()), 0);
    }

    private JsonForm answered(JsonForm form) {
        if (form instanceof JsonForm.Simple simple && simple.scalar().reader().isEmpty()) {
            return new JsonForm.Simple(STRING, JsonScalar.STRING);
        } else if (form instanceof JsonForm.Held held) {
            return answered(held.value());
        } else if (form instanceof JsonForm.ListOf list) {
            return listOf(answered(list.element()));
        } else if (form instanceof JsonForm.MapOf map) {
            JsonForm value = answered(map.value());
            return new JsonForm.MapOf(
                    new JavaType(
                            "java.util", "Map", List.of(STRING, value.java().boxed()), 0),
                    value);
        } else if (form instanceof JsonForm.PageOf page) {
            JsonForm element = answered(page.element());
            return new JsonForm.PageOf(
                    generic(page.java().packageName(), page.java().className(), element), element);
        } else if (form instanceof JsonForm.ReferenceTo reference) {
            return answered(reference.key());
        } else if (form instanceof JsonForm.AnyReference) {
            return new JsonForm.AnyReference(JavaType.of("dev.plectrum.web.json", "AnyKey"));
        } else if (form instanceof JsonForm.GivenOf given) {
            return answered(given.value());
        } else if (form instanceof JsonForm.ObjectOf object) {
            return isReadable(form) ? form : new JsonForm.ObjectOf(mirror(scanned.object(object.java())));
        }
        return form;
    }

    /** Whether JSON can be read into it, and into all that it is made of. */
    private boolean isReadable(JsonForm form) {
        if (form instanceof JsonForm.Simple simple) {
            return !simple.scalar().reader().isEmpty();
        } else if (form instanceof JsonForm.ListOf list) {
            return READABLE_LISTS.contains(list.java().qualifiedName()) && isReadable(list.element());
        } else if (form instanceof JsonForm.MapOf map) {
            return isReadable(map.value());
        } else if (form instanceof JsonForm.Held held) {
            return isReadable(held.value());
        } else if (form instanceof JsonForm.GivenOf given) {
            return isReadable(given.value());
        } else if (form instanceof JsonForm.ObjectOf one) {
            JsonObjectDef object = scanned.object(one.java());
            Boolean known = readable.get(one.java());
            if (known == null) {
                // What contains itself is as readable as the rest of it.
                readable.put(one.java(), true);
                known = object.readable() && object.parts().stream().allMatch(this::isReadable);
                readable.put(one.java(), known);
            }
            return known;
        }
        return form instanceof JsonForm.Constants;
    }

    /** The record, or sealed interface, that says what an answer says of the object. */
    private JavaType mirror(JsonObjectDef object) {
        JavaType known = mirrors.get(object.java());
        if (known != null) {
            return known;
        }
        JavaType type = own(object.java().simpleName() + "Answer");
        mirrors.put(object.java(), type);
        declared.add(type);
        Optional<JsonObjectDef.Union> union = object.union()
                .map(one -> new JsonObjectDef.Union(
                        one.discriminator(),
                        one.variants().stream()
                                .map(variant -> new JsonObjectDef.Variant(
                                        variant.word(), mirror(scanned.object(variant.java())), true, variant.place()))
                                .toList()));
        List<JsonFieldDef> fields = new ArrayList<>();
        object.fields().forEach(field -> fields.add(mirrored(field)));
        put(type, union.isPresent() ? JsonObjectDef.Kind.SEALED : JsonObjectDef.Kind.RECORD, fields, union, object);
        return type;
    }

    private void put(
            JavaType type,
            JsonObjectDef.Kind kind,
            List<JsonFieldDef> fields,
            Optional<JsonObjectDef.Union> union,
            JsonObjectDef of) {
        declared.add(type);
        json.put(
                type,
                new JsonObjectDef(
                        type,
                        JavaType.of(type.packageName(), type.className() + "Codec"),
                        "INSTANCE",
                        false,
                        kind,
                        fields,
                        true,
                        true,
                        List.of(),
                        Optional.empty(),
                        union,
                        List.of(),
                        of.doc(),
                        of.place()));
    }

    private JsonFieldDef mirrored(JsonFieldDef field) {
        // A view may leave out what its type calls given.
        boolean nullable = field.nullable() || field.isGiven();
        JsonForm form = answered(field.form());
        if (nullable && form instanceof JsonForm.Simple simple) {
            form = new JsonForm.Simple(simple.java().boxed(), simple.scalar());
        }
        return field(field, form, nullable);
    }

    /** What clients send has rules that are the view's to check. */
    private JsonFieldDef component(JsonFieldDef field) {
        return field(field, field.form(), field.nullable());
    }

    private static JsonFieldDef field(JsonFieldDef field, JsonForm form, boolean nullable) {
        return new JsonFieldDef(
                field.name(),
                field.property(),
                form,
                nullable,
                new Access.Component(field.property()),
                List.of(),
                field.isVersion(),
                field.doc(),
                List.of(),
                field.place());
    }

    private JavaType own(String name) {
        String free = name;
        for (int i = 2; !names.add(free); i++) {
            free = name + i;
        }
        return JavaType.of(client.packageName(), client.className() + "." + free);
    }
}
