package dev.plectrum.processor.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A Java expression whose classes an emitter may import.
 *
 * @param parts in their order
 */
public record JavaCode(List<Part> parts) {
    /** A piece of the source. */
    public sealed interface Part {}

    /** Source as it is. */
    public record Text(String text) implements Part {}

    /** The name of a class, qualified. */
    public record ClassName(String qualified) implements Part {}

    /** Joins neighbouring texts. */
    public JavaCode {
        List<Part> joined = new ArrayList<>();
        for (Part part : parts) {
            int last = joined.size() - 1;
            if (last >= 0 && part instanceof Text text && joined.get(last) instanceof Text before) {
                joined.set(last, new Text(before.text() + text.text()));
            } else {
                joined.add(part);
            }
        }
        parts = List.copyOf(joined);
    }

    /** The source, with every class written as the function says: by its simple name if the file imports it. */
    public String print(Function<String, String> classNames) {
        return parts.stream()
                .map(part -> part instanceof ClassName name ? classNames.apply(name.qualified()) : ((Text) part).text())
                .collect(Collectors.joining());
    }

    /** The source with qualified names, which compiles anywhere. */
    @Override
    public String toString() {
        return print(Function.identity());
    }
}
