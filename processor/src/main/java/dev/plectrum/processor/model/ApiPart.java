package dev.plectrum.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one view adds to the API's description. It is kept beside the class files, because they tell less than sources do: no Javadoc, and
 * not always the names of parameters.
 *
 * @param operations in the view's order
 * @param schemas JSON by the qualified name of the Java type; references to them use the same names
 */
public record ApiPart(List<Operation> operations, Map<String, String> schemas) {
    private static final String TAB = "\t";

    /** Copies both. */
    public ApiPart {
        operations = List.copyOf(operations);
        schemas = new TreeMap<>(schemas);
    }

    /** What a path does when asked with a method in lower case, as JSON on one line. */
    public record Operation(String path, String method, String json) {}

    /** One fact a line, which {@link #parse} reads back. */
    public String toText() {
        StringBuilder text = new StringBuilder();
        for (Operation operation : operations) {
            text.append("operation" + TAB)
                    .append(operation.path())
                    .append(TAB)
                    .append(operation.method())
                    .append(TAB)
                    .append(operation.json())
                    .append('\n');
        }
        schemas.forEach((name, json) -> text.append("schema" + TAB)
                .append(name)
                .append(TAB)
                .append(json)
                .append('\n'));
        return text.toString();
    }

    /** Reads what {@link #toText} wrote. */
    public static ApiPart parse(String text) {
        List<Operation> operations = new ArrayList<>();
        Map<String, String> schemas = new TreeMap<>();
        for (String line : text.lines().toList()) {
            String[] facts = line.split(TAB, 4);
            if (facts[0].equals("operation")) {
                operations.add(new Operation(facts[1], facts[2], facts[3]));
            } else {
                schemas.put(facts[1], facts[2]);
            }
        }
        return new ApiPart(operations, schemas);
    }
}
