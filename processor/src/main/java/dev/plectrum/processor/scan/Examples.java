package dev.plectrum.processor.scan;

import dev.plectrum.processor.model.ExampleDef;
import dev.plectrum.processor.model.JavaType;
import dev.plectrum.processor.model.Place;
import dev.plectrum.processor.model.ValueRule;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;

/** Reads {@code @Example}. */
final class Examples {
    private Examples() {}

    /** The examples on an element. */
    static List<ExampleDef> on(Element element) {
        return of(Annotation.on(element, ViewNames.EXAMPLE), List.of());
    }

    /** The examples of a field or component, held to what its column can take. */
    static List<ExampleDef> of(Declared declared) {
        Optional<Annotation> example = declared.annotation(ViewNames.EXAMPLE);
        return example.isEmpty() ? List.of() : of(example, column(declared));
    }

    private static List<ExampleDef> of(Optional<Annotation> example, List<ValueRule> rules) {
        return example.stream()
                .flatMap(found -> found.strings("value").stream())
                .map(text -> new ExampleDef(text.text(), rules, text.place()))
                .toList();
    }

    private static List<ValueRule> column(Declared declared) {
        Optional<Annotation> found = declared.annotation(Names.COLUMN);
        if (found.isEmpty()) {
            return List.of();
        }
        Annotation column = found.get();
        Place place = column.place();
        JavaType type = JavaTypes.of(declared.type());
        int longest = column.integer("maxLength");
        int precision = column.integer("precision");
        if (longest > 0 && type.is("java.lang.String")) {
            return List.of(new ValueRule.Size(0, longest, "", "Column", place));
        } else if (precision > 0 && type.is("java.math.BigDecimal")) {
            int scale = column.integer("scale");
            return List.of(new ValueRule.Digits(precision - scale, scale, "", "Column", place));
        }
        return List.of();
    }
}
