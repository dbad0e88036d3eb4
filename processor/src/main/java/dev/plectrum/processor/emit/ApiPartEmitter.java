package dev.plectrum.processor.emit;

import dev.plectrum.processor.model.ApiPart;
import dev.plectrum.processor.model.ExampleDef;
import dev.plectrum.processor.model.JsonForm;
import dev.plectrum.processor.model.JsonValue;
import dev.plectrum.processor.model.ParameterDef;
import dev.plectrum.processor.model.ParameterDef.Part;
import dev.plectrum.processor.model.ParameterDef.Presence;
import dev.plectrum.processor.model.ParameterDef.Source;
import dev.plectrum.processor.model.ResultDef.Reply;
import dev.plectrum.processor.model.RouteAccess;
import dev.plectrum.processor.model.RouteDef;
import dev.plectrum.processor.model.RoutePath;
import dev.plectrum.processor.model.TextForm;
import dev.plectrum.processor.model.TextScalar;
import dev.plectrum.processor.model.ViewDef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Writes what a view adds to the OpenAPI document. */
public final class ApiPartEmitter {
    private static final String INVALID = "422";
    private static final String PROBLEM_JSON = "application/problem+json";

    private final ViewDef view;
    private final ApiSchemas schemas;

    private ApiPartEmitter(ViewDef view) {
        this.view = view;
        this.schemas = new ApiSchemas(view.json());
    }

    /** The part of a view. WebSockets have no place in it. */
    public static ApiPart emit(ViewDef view) {
        ApiPartEmitter emitter = new ApiPartEmitter(view);
        List<ApiPart.Operation> operations = view.routes().stream()
                .filter(route -> !route.isSocket())
                .map(route -> new ApiPart.Operation(
                        path(route.path()),
                        route.verb(),
                        emitter.operation(route).toString()))
                .toList();
        List<JsonForm> forms =
                Stream.concat(view.written().stream(), view.read().stream()).toList();
        return new ApiPart(operations, emitter.schemas.objects(forms));
    }

    private static String path(RoutePath path) {
        return path.text().replace("...}", "}");
    }

    private JsonTree operation(RouteDef route) {
        String doc = route.doc();
        int end = doc.indexOf(". ");
        return new JsonTree()
                .put("operationId", view.java().simpleName() + "." + route.name())
                .put("tags", view.tags())
                .put("summary", end < 0 ? doc : doc.substring(0, end + 1))
                .put("description", end < 0 ? "" : doc.substring(end + 2))
                .put("parameters", parameters(route))
                .put("requestBody", body(route))
                .put("responses", responses(route))
                .putAlways("security", security(route));
    }

    private static List<JsonTree> security(RouteDef route) {
        return route.access() instanceof RouteAccess.Everybody
                ? List.of()
                : List.of(
                        new JsonTree().putAlways("bearer", List.of()), new JsonTree().putAlways("session", List.of()));
    }

    private static List<JsonTree> parameters(RouteDef route) {
        List<JsonTree> parameters = new ArrayList<>();
        for (ParameterDef parameter : route.parameters()) {
            Source source = parameter.source();
            if (source instanceof Source.Path path) {
                JsonTree tree = parameter("path", parameter.name(), true, parameter, ApiSchemas.of(path.form()));
                parameters.add(with(tree, values(parameter.examples(), path.form())));
            } else if (source instanceof Source.Text text && text.part() != Part.FORM) {
                parameters.add(text(parameter, text));
            } else if (source instanceof Source.Parts parts && parts.part() != Part.FORM) {
                for (ParameterDef component : parts.components()) {
                    if (component.source() instanceof Source.Text text) {
                        parameters.add(text(component, text));
                    }
                }
            } else if (parameter.is(ParameterDef.What.IF_MATCH)) {
                JsonTree seen = new JsonTree()
                        .put("name", "If-Match")
                        .put("in", "header")
                        .put("description", "The ETag of what the client has seen.");
                if (!parameter.nullable()) {
                    seen.put("required", true);
                }
                parameters.add(seen.put("schema", new JsonTree().put("type", "string")));
            } else if (parameter.is(ParameterDef.What.PAGE)) {
                JsonTree count = new JsonTree().put("type", "integer").put("minimum", 1);
                parameters.add(known("page", "Which page, from 1.", count.put("default", 1)));
                parameters.add(known(
                        "size",
                        "How many items a page has at most.",
                        new JsonTree().put("type", "integer").put("minimum", 1).put("default", 20)));
                parameters.add(known(
                        "total",
                        "Whether to count all items.",
                        new JsonTree().put("type", "boolean").put("default", false)));
            }
        }
        return parameters;
    }

    private static JsonTree known(String name, String description, JsonTree schema) {
        return new JsonTree()
                .put("name", name)
                .put("in", "query")
                .put("description", description)
                .put("schema", schema);
    }

    private static JsonTree text(ParameterDef parameter, Source.Text text) {
        String in = text.part().name().toLowerCase(Locale.ROOT);
        boolean required = text.presence() instanceof Presence.Required;
        JsonTree tree = parameter(in, text.name(), required, parameter, schema(parameter, text));
        return text.presence() instanceof Presence.Many ? tree : with(tree, values(parameter.examples(), text.form()));
    }

    private static JsonTree schema(ParameterDef parameter, Source.Text text) {
        JsonTree schema = ApiSchemas.of(text.form());
        if (text.presence() instanceof Presence.Many) {
            schema.put("examples", values(parameter.examples(), text.form()));
            return new JsonTree().put("type", "array").putAlways("items", schema);
        }
        if (text.presence() instanceof Presence.Default other) {
            boolean bare = schema.get("type").equals("integer")
                    || schema.get("type").equals("number")
                    || schema.get("type").equals("boolean");
            return schema.put("default", bare ? new Bare(other.text()) : other.text());
        }
        return schema;
    }

    /** A number or boolean, as it is written. */
    private record Bare(String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    private static JsonTree parameter(
            String in, String name, boolean required, ParameterDef parameter, JsonTree schema) {
        ApiSchemas.rules(schema, parameter.rules());
        JsonTree tree = new JsonTree().put("name", name).put("in", in).put("description", parameter.doc());
        if (required) {
            tree.put("required", true);
        }
        return tree.putAlways("schema", schema);
    }

    private JsonTree body(RouteDef route) {
        if (route.takesForm()) {
            return form(route);
        }
        for (ParameterDef parameter : route.parameters()) {
            if (parameter.source() instanceof Source.Body body) {
                return new JsonTree()
                        .put("description", parameter.doc())
                        .put("required", true)
                        .put("content", json(body.form(), parameter.examples()));
            } else if (parameter.source() instanceof Source.RawBody) {
                return new JsonTree()
                        .put("description", parameter.doc())
                        .putAlways("content", new JsonTree().putAlways("application/octet-stream", new JsonTree()));
            }
        }
        return new JsonTree();
    }

    private static JsonTree form(RouteDef route) {
        JsonTree properties = new JsonTree();
        List<String> required = new ArrayList<>();
        List<ParameterDef> fields = route.parameters().stream()
                .flatMap(parameter -> parameter.source() instanceof Source.Parts parts && parts.part() == Part.FORM
                        ? parts.components().stream()
                        : Stream.of(parameter))
                .toList();
        boolean files = false;
        for (ParameterDef field : fields) {
            if (field.source() instanceof Source.File file) {
                files = true;
                properties.put(
                        file.field(), new JsonTree().put("type", "string").put("format", "binary"));
                if (!field.nullable()) {
                    required.add(file.field());
                }
            } else if (field.source() instanceof Source.Text text && text.part() == Part.FORM) {
                JsonTree schema = schema(field, text);
                ApiSchemas.rules(schema, field.rules());
                if (!(text.presence() instanceof Presence.Many)) {
                    schema.put("examples", values(field.examples(), text.form()));
                }
                properties.put(text.name(), schema.put("description", field.doc()));
                if (text.presence() instanceof Presence.Required) {
                    required.add(text.name());
                }
            }
        }
        JsonTree schema = new JsonTree()
                .put("type", "object")
                .put("properties", properties)
                .put("required", required);
        String type = files ? "multipart/form-data" : "application/x-www-form-urlencoded";
        return new JsonTree().put("required", true).put("content", content(type, schema));
    }

    /** A single example as it is, several by their numbers: they have no names. */
    private static JsonTree with(JsonTree tree, List<JsonValue> examples) {
        if (examples.size() == 1) {
            return tree.putAlways("example", examples.get(0));
        }
        JsonTree numbered = new JsonTree();
        for (int i = 0; i < examples.size(); i++) {
            numbered.put(Integer.toString(i + 1), new JsonTree().putAlways("value", examples.get(i)));
        }
        return tree.put("examples", numbered);
    }

    /** A value as JSON, with examples of it. */
    private JsonTree json(JsonForm form, List<ExampleDef> examples) {
        JsonTree type = with(new JsonTree().putAlways("schema", schemas.of(form)), values(examples, form));
        return new JsonTree().put("application/json", type);
    }

    /** What there are many of, with examples of one. */
    private JsonTree each(JsonForm form, List<ExampleDef> examples) {
        return schemas.of(form).put("examples", values(examples, form));
    }

    private static List<JsonValue> values(List<ExampleDef> examples, TextForm form) {
        return examples.stream().map(example -> example.value(form)).toList();
    }

    private static List<JsonValue> values(List<ExampleDef> examples, JsonForm form) {
        return examples.stream().map(example -> example.value(form)).toList();
    }

    private static JsonTree content(String type, JsonTree schema) {
        return new JsonTree().put(type, new JsonTree().putAlways("schema", schema));
    }

    private JsonTree responses(RouteDef route) {
        JsonTree responses = new JsonTree();
        success(route.result().reply(), "Done.", route.status(), route.examples(), responses);
        if ((route.result().nullable() && route.isRead()) || route.takes(Source.Path.class)) {
            responses.put("404", problem("There is none."));
        }
        if (route.parameters().stream().anyMatch(ParameterDef::isGathered)) {
            invalid(responses);
        }
        if (!(route.access() instanceof RouteAccess.Everybody)) {
            responses.put("401", problem("Nobody is logged in."));
            if (!(route.access() instanceof RouteAccess.LoggedIn)) {
                responses.put("403", problem("The user may not."));
            }
        }
        for (ParameterDef parameter : route.parameters()) {
            if (parameter.is(ParameterDef.What.IF_MATCH)) {
                responses.put("412", problem("It was changed since the client has seen it."));
                if (!parameter.nullable()) {
                    responses.put("428", problem("If-Match is missing."));
                }
            }
        }
        if (route.limits().rate() != null) {
            responses.put("429", problem("Too many requests."));
        }
        return responses;
    }

    private void success(Reply reply, String description, int status, List<ExampleDef> examples, JsonTree responses) {
        if (reply instanceof Reply.Either either) {
            success(either.success(), description, status, examples, responses);
            success(either.failure(), "Refused.", Integer.parseInt(INVALID), List.of(), responses);
            return;
        }
        JsonTree answer = new JsonTree().put("description", description);
        int own = 200;
        if (reply instanceof Reply.Json json) {
            versioned(json.form(), answer);
            answer.put("content", json(json.form(), examples));
        } else if (reply instanceof Reply.Created created) {
            own = 201;
            versioned(created.form(), answer);
            answer.put("content", json(created.form(), examples));
        } else if (reply instanceof Reply.Text) {
            TextForm text = new TextForm.Usual(TextScalar.STRING);
            JsonTree type = with(new JsonTree().putAlways("schema", ApiSchemas.of(text)), values(examples, text));
            answer.put("content", new JsonTree().put("text/plain", type));
        } else if (reply instanceof Reply.Stream stream) {
            JsonTree array = new JsonTree().put("type", "array").putAlways("items", each(stream.form(), examples));
            answer.put(
                    "content",
                    content("application/json", array)
                            .put(
                                    "application/jsonl",
                                    new JsonTree().putAlways("schema", each(stream.form(), examples))));
        } else if (reply instanceof Reply.Events events) {
            answer.put("content", content("text/event-stream", each(events.form(), examples)));
        } else if (reply instanceof Reply.Nothing) {
            own = 204;
        } else if (reply instanceof Reply.Redirect) {
            own = 303;
        }
        responses.put(Integer.toString(status == 0 ? own : status), answer);
    }

    private void versioned(JsonForm form, JsonTree answer) {
        if (form instanceof JsonForm.ObjectOf one
                && view.json().version(one.java()).isPresent()) {
            JsonTree tag = new JsonTree()
                    .put("description", "Its version, for If-Match.")
                    .put("schema", new JsonTree().put("type", "string"));
            answer.put("headers", new JsonTree().put("ETag", tag));
        }
    }

    /** A view's own refusals have the same status; the content type tells them apart. */
    private static void invalid(JsonTree responses) {
        JsonTree invalid = problem("Values are missing, or cannot be read or accepted.");
        if (responses.get(INVALID) instanceof JsonTree own && own.get("content") instanceof JsonTree contents) {
            contents.put(PROBLEM_JSON, problemSchema());
        } else {
            responses.put(INVALID, invalid);
        }
    }

    private static JsonTree problem(String description) {
        return new JsonTree()
                .put("description", description)
                .put("content", new JsonTree().put(PROBLEM_JSON, problemSchema()));
    }

    private static JsonTree problemSchema() {
        return new JsonTree().put("schema", ApiSchemas.reference("Problem"));
    }
}
