package dev.plectrum.processor.scan;

import dev.plectrum.processor.model.DefText;
import dev.plectrum.processor.model.JavaType;
import dev.plectrum.processor.model.ModelDef;
import dev.plectrum.processor.model.ModelName;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Reads the Defs that generated types carry. */
final class CarriedDefinitions implements Definitions {
    private final Elements elements;
    private final CompiledNow compiledNow;

    CarriedDefinitions(Elements elements, CompiledNow compiledNow) {
        this.elements = elements;
        this.compiledNow = compiledNow;
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
        return Optional.ofNullable(elements.getTypeElement(qualified))
                .flatMap(element -> Annotation.on(element, Names.GENERATED_MODEL))
                .map(carried -> DefText.read(carried.strings("definition").stream()
                        .map(Annotation.Text::text)
                        .toList()));
    }
}
