package dev.plectrum.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import dev.plectrum.processor.model.JavaType;
import dev.plectrum.processor.model.JsonShape;
import dev.plectrum.processor.model.StoredType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Writes the methods that turn records into JSON and back. */
final class JsonCode {
    private static final ClassName JSON_OBJECT = ClassName.get("io.vertx.core.json", "JsonObject");
    private static final ClassName JSON_VALUES = ClassName.get("dev.plectrum.orm.type", "JsonValues");

    private JsonCode() {}

    // Types.json(ProductMapping::writeAddress, ProductMapping::readAddress)
    static CodeBlock type(JsonShape shape) {
        String name = shape.java().className().replace(".", "");
        return CodeBlock.of("$T.json(json -> write$L(json), json -> read$L(json))", RuntimeTypes.TYPES, name, name);
    }

    /** The methods for all records that these types need, each once. */
    static List<MethodSpec> methods(List<StoredType> types) {
        Map<JavaType, JsonShape.RecordOf> records = new LinkedHashMap<>();
        for (StoredType type : types) {
            if (type instanceof StoredType.JsonRecord json) {
                collect(json.shape(), records);
            }
        }
        List<MethodSpec> methods = new ArrayList<>();
        for (JsonShape.RecordOf record : records.values()) {
            methods.add(writer(record));
            methods.add(reader(record));
        }
        return methods;
    }

    private static void collect(JsonShape shape, Map<JavaType, JsonShape.RecordOf> records) {
        if (shape instanceof JsonShape.RecordOf record && records.putIfAbsent(record.java(), record) == null) {
            record.parts().forEach(part -> collect(part.shape(), records));
        } else if (shape instanceof JsonShape.ListOf list) {
            collect(list.element(), records);
        } else if (shape instanceof JsonShape.MapOf map) {
            collect(map.value(), records);
        }
    }

    // private static JsonObject writeAddress(Address address) {
    //     return new JsonObject()
    //             .put("city", address.city());
    private static MethodSpec writer(JsonShape.RecordOf record) {
        CodeBlock.Builder code = CodeBlock.builder().add("return new $T()$>$>", JSON_OBJECT);
        for (JsonShape.Part part : record.parts()) {
            CodeBlock value = CodeBlock.of("value.$L()", part.name());
            code.add("\n.put($S, $L)", part.name(), write(part.shape(), value));
        }
        return MethodSpec.methodBuilder("write" + name(record.java()))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(JSON_OBJECT)
                .addParameter(Poet.type(record.java()), "value")
                .addCode(code.add(";$<$<\n").build())
                .build();
    }

    private static CodeBlock write(JsonShape shape, CodeBlock value) {
        if (shape instanceof JsonShape.Leaf leaf) {
            return leaf.rule() == JsonShape.Rule.SAME || leaf.rule() == JsonShape.Rule.NUMBER
                    ? value
                    : CodeBlock.of("$T.text($L)", JSON_VALUES, value);
        }
        if (shape instanceof JsonShape.EnumName) {
            return CodeBlock.of("$T.name($L)", JSON_VALUES, value);
        }
        if (shape instanceof JsonShape.ListOf list) {
            return CodeBlock.of(
                    "$T.array($L, one -> $L)", JSON_VALUES, value, write(list.element(), CodeBlock.of("one")));
        }
        if (shape instanceof JsonShape.MapOf map) {
            return CodeBlock.of(
                    "$T.object($L, one -> $L)", JSON_VALUES, value, write(map.value(), CodeBlock.of("one")));
        }
        return CodeBlock.of("$L == null ? null : write$L($L)", value, name(shape.java()), value);
    }

    // private static Address readAddress(Object json) {
    //     JsonObject object = (JsonObject) json;
    //     return new Address(object.getString("city"));
    private static MethodSpec reader(JsonShape.RecordOf record) {
        List<CodeBlock> arguments = record.parts().stream()
                .map(part -> read(part.shape(), CodeBlock.of("object.getValue($S)", part.name())))
                .toList();
        return MethodSpec.methodBuilder("read" + name(record.java()))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(Poet.type(record.java()))
                .addParameter(ParameterSpec.builder(Object.class, "json").build())
                .addStatement("$T object = ($T) json", JSON_OBJECT, JSON_OBJECT)
                .addCode("return new $T($L);\n", Poet.type(record.java()), Poet.indentedLines(arguments))
                .build();
    }

    private static CodeBlock read(JsonShape shape, CodeBlock json) {
        ClassName java = Poet.className(shape.java());
        if (shape instanceof JsonShape.Leaf leaf) {
            return switch (leaf.rule()) {
                case SAME -> CodeBlock.of("($T) $L", java, json);
                case NUMBER -> CodeBlock.of("$T.$LOf($L)", JSON_VALUES, numberMethod(leaf.java()), json);
                case PARSE -> parsed(json, CodeBlock.of("$T::parse", java));
                case CONSTRUCT -> parsed(json, CodeBlock.of("$T::new", java));
                case FROM_STRING -> parsed(json, CodeBlock.of("$T::fromString", java));
                case CREATE -> parsed(json, CodeBlock.of("$T::create", java));
            };
        }
        if (shape instanceof JsonShape.EnumName) {
            return parsed(json, CodeBlock.of("$T::valueOf", java));
        }
        if (shape instanceof JsonShape.ListOf list) {
            return CodeBlock.of("$T.list($L, one -> $L)", JSON_VALUES, json, read(list.element(), CodeBlock.of("one")));
        }
        if (shape instanceof JsonShape.MapOf map) {
            return CodeBlock.of("$T.map($L, one -> $L)", JSON_VALUES, json, read(map.value(), CodeBlock.of("one")));
        }
        return CodeBlock.of("$T.read($L, one -> read$L(one))", JSON_VALUES, json, name(shape.java()));
    }

    private static CodeBlock parsed(CodeBlock json, CodeBlock parser) {
        return CodeBlock.of("$T.parse($L, $L)", JSON_VALUES, json, parser);
    }

    private static String numberMethod(JavaType type) {
        return type.unboxed().className();
    }

    private static String name(JavaType type) {
        return type.className().replace(".", "");
    }
}
