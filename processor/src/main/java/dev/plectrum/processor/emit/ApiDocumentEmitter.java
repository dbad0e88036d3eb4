package dev.plectrum.processor.emit;

import dev.plectrum.processor.model.ApiPart;
import dev.plectrum.processor.model.ApplicationDef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the OpenAPI document of an application: one operation and one schema a line, so that differences can be read. */
public final class ApiDocumentEmitter {
    private static final String PROBLEM = """
            {"type": "object", "properties": {\
            "type": {"type": "string"}, \
            "title": {"type": "string"}, \
            "status": {"type": "integer"}, \
            "detail": {"type": "string"}, \
            "errors": {"type": "array", "items": {"type": "object", "properties": {\
            "in": {"type": "string", "enum": ["path", "query", "header", "cookie", "form", "body"]}, \
            "field": {"type": "string"}, \
            "code": {"type": "string"}, \
            "detail": {"type": "string"}, \
            "values": {"type": "object"}}, \
            "required": ["in", "field", "code", "detail"]}}}, \
            "required": ["type", "title", "status"]}""";

    private ApiDocumentEmitter() {}

    /** The document, from the parts of all views. */
    public static String emit(ApplicationDef application, List<ApiPart> parts) {
        Map<String, String> schemas = new TreeMap<>();
        parts.forEach(part -> schemas.putAll(part.schemas()));
        Map<String, String> names = names(schemas.keySet());
        Map<String, List<String>> paths = new TreeMap<>();
        for (ApiPart part : parts) {
            for (ApiPart.Operation operation : part.operations()) {
                paths.computeIfAbsent(operation.path(), path -> new ArrayList<>())
                        .add("      \"" + operation.method() + "\": " + renamed(operation.json(), names));
            }
        }
        Map<String, String> components = new TreeMap<>();
        components.put("Problem", PROBLEM);
        schemas.forEach((name, json) -> components.put(names.get(name), renamed(json, names)));
        JsonTree info = new JsonTree().put("title", application.title()).put("version", application.version());
        return """
                {
                  "openapi": "3.1.0",
                  "info": %s,
                  "paths": {
                %s
                  },
                  "components": {
                    "schemas": {
                %s
                    },
                    "securitySchemes": {
                      "bearer": {"type": "http", "scheme": "bearer"},
                      "session": {"type": "apiKey", "in": "cookie", "name": "session"}
                    }
                  }
                }
                """.formatted(
                        info,
                        paths.entrySet().stream()
                                .map(path -> "    " + JsonTree.quoted(path.getKey()) + ": {\n"
                                        + String.join(",\n", path.getValue()) + "\n    }")
                                .collect(Collectors.joining(",\n")),
                        components.entrySet().stream()
                                .map(schema -> "      " + JsonTree.quoted(schema.getKey()) + ": " + schema.getValue())
                                .collect(Collectors.joining(",\n")));
    }

    /** {@code OrderLine} of {@code shop.Order.Line}, or the whole name where two types come to the same. */
    private static Map<String, String> names(Collection<String> qualified) {
        Map<String, Long> count =
                qualified.stream().collect(Collectors.groupingBy(ApiDocumentEmitter::shortName, Collectors.counting()));
        Map<String, String> names = new LinkedHashMap<>();
        for (String name : qualified) {
            String shorter = shortName(name);
            boolean clear = count.getOrDefault(shorter, 0L) == 1 && !shorter.equals("Problem");
            names.put(name, clear ? shorter : name);
        }
        return names;
    }

    private static String shortName(String qualified) {
        return qualified
                .replaceAll("\\b([a-z]\\w*\\.)+(?=[A-Z])", "")
                .replace("-of-", "Of")
                .replace("-as-", "As")
                .replace(".", "");
    }

    private static String renamed(String json, Map<String, String> names) {
        String renamed = json;
        for (Map.Entry<String, String> name : names.entrySet()) {
            renamed = renamed.replace("schemas/" + name.getKey() + "\"", "schemas/" + name.getValue() + "\"");
        }
        return renamed;
    }
}
