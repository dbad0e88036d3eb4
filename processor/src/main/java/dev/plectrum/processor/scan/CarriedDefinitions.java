package dev.plectrum.processor.scan;

import dev.plectrum.processor.model.DefText;
import dev.plectrum.processor.model.JavaType;
import dev.plectrum.processor.model.ModelDef;
import dev.plectrum.processor.model.ModelName;
import dev.plectrum.processor.model.Unreliable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Reads the Defs that generated types carry, and keeps in mind where they should be but are not. */
final class CarriedDefinitions implements Definitions {
    private final Elements elements;
    private final CompiledNow compiledNow;
    private final String version;
    private final Set<Unreliable> unreliable = new LinkedHashSet<>();

    CarriedDefinitions(Elements elements, CompiledNow compiledNow, String version) {
        this.elements = elements;
        this.compiledNow = compiledNow;
        this.version = version;
    }

    @Override
    public Optional<ModelDef> definitionOf(TypeElement type) {
        if (compiledNow.test(type)) {
            return Optional.empty();
        }
        JavaType java = JavaTypes.of(type);
        ModelName name = new ModelName(java.packageName(), java.className());
        boolean model = Annotation.on(type, Names.MODEL).isPresent();
        String carrier = model ? name.fields() : name.definition();
        String qualified = java.packageName().isEmpty() ? carrier : java.packageName() + "." + carrier;
        Optional<Annotation> carried = Optional.ofNullable(elements.getTypeElement(qualified))
                .flatMap(element -> Annotation.on(element, Names.GENERATED_MODEL));
        String writtenBy = carried.map(found -> found.string("version")).orElse("");
        boolean expected = model
                || Annotation.on(type, Names.MAPPED_FIELDS).isPresent()
                || Annotation.on(type, Names.EMBEDDED).isPresent();
        if (writtenBy.equals(version)) {
            return carried.map(found -> DefText.read(found.strings("definition").stream()
                    .map(Annotation.Text::text)
                    .toList()));
        }
        if (expected) {
            unreliable.add(new Unreliable(name.simple(), writtenBy));
        }
        return Optional.empty();
    }

    /** What was asked for, and could not be told. */
    List<Unreliable> unreliable() {
        return List.copyOf(unreliable);
    }
}
