package dev.plectrum.processor.emit;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.plectrum.processor.model.ModelDef;
import javax.lang.model.element.Modifier;

/** Writes {@code TimestampedDefinition}, which carries the Def of a base class or an embedded record. */
public final class DefinitionEmitter {
    private DefinitionEmitter() {}

    /** The file. */
    public static JavaFile emit(ModelDef def, Style style) {
        TypeSpec.Builder type = TypeSpec.classBuilder(
                        Poet.generated(def.name(), def.name().definition()))
                .addJavadoc("What models take from {@link $T}. Only the processor reads it.\n", Poet.model(def.name()))
                .addAnnotation(FieldsEmitter.carrier(def, style))
                .addModifiers(Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        return Poet.file(def.name(), type, style);
    }
}
