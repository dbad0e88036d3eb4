package dev.plectrum.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.plectrum.processor.model.JavaType;
import dev.plectrum.processor.model.JsonFileDef;
import dev.plectrum.processor.model.JsonForm;
import dev.plectrum.processor.model.JsonObjectDef;
import javax.lang.model.element.Modifier;

/** Writes {@code NewProductJson}: the JSON form of a type that carries {@code @Json}. */
public final class JsonFileEmitter {
    private final JsonFileDef file;

    private JsonFileEmitter(JsonFileDef file) {
        this.file = file;
    }

    /** The file. */
    public static JavaFile emit(JsonFileDef file, Style style) {
        JsonFileEmitter emitter = new JsonFileEmitter(file);
        JsonObjectDef root = file.types().object(((JsonForm.ObjectOf) file.form()).java());
        TypeSpec.Builder type = emitter.own(root, file.isPublic()).addModifiers(Modifier.FINAL);
        for (JsonObjectDef object : file.types().nested(file.parts())) {
            type.addType(new JsonCodecCode(object, file.types(), true, object.readable())
                    .type()
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .build());
        }
        return ViewFiles.file(root.codec().packageName(), type, style).build();
    }

    private TypeSpec.Builder own(JsonObjectDef object, boolean isPublic) {
        TypeSpec.Builder type = new JsonCodecCode(object, file.types(), true, object.readable())
                .asPublic(isPublic)
                .type()
                .addAnnotation(carried(object));
        if (isPublic) {
            type.addModifiers(Modifier.PUBLIC);
        }
        for (JsonFileDef.Inner inner : file.inside()) {
            JsonObjectDef innerObject = file.types().object(inner.java());
            if (around(innerObject.codec()).equals(object.codec().className())) {
                type.addType(own(innerObject, inner.isPublic())
                        .addModifiers(Modifier.STATIC, Modifier.FINAL)
                        .build());
            }
        }
        return type;
    }

    // @GeneratedJson("description")
    private static AnnotationSpec carried(JsonObjectDef object) {
        AnnotationSpec.Builder annotation = AnnotationSpec.builder(WebRuntime.GENERATED_JSON);
        object.fields().stream()
                .filter(field ->
                        field.nullable() || (field.form() instanceof JsonForm.GivenOf given && given.nullable()))
                .forEach(field -> annotation.addMember("value", "$S", field.property()));
        return annotation.build();
    }

    private static String around(JavaType codec) {
        int dot = codec.className().lastIndexOf('.');
        return dot < 0 ? "" : codec.className().substring(0, dot);
    }
}
