package dev.plectrum.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.plectrum.processor.model.ColumnField;
import dev.plectrum.processor.model.ModelDef;
import dev.plectrum.processor.model.Words;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes {@code ProductQuerySet}: what users name. All that is not typed by the model is in the base class. */
public final class QuerySetEmitter {
    private final ModelDef model;
    private final Style style;
    private final ClassName java;
    private final ClassName self;
    private final ClassName mapping;

    private QuerySetEmitter(ModelDef model, Style style) {
        this.model = model;
        this.style = style;
        this.java = Poet.model(model.name());
        this.self = Poet.generated(model.name(), model.name().querySet());
        this.mapping = Poet.generated(model.name(), model.name().mapping());
    }

    /** The file. */
    public static JavaFile emit(ModelDef model, Style style) {
        return new QuerySetEmitter(model, style).file();
    }

    private JavaFile file() {
        TypeSpec.Builder type = TypeSpec.classBuilder(self)
                .addJavadoc("Rows of {@code $L}.\n", Statements.table(model))
                .addModifiers(Poet.modifiers(model))
                .superclass(ParameterizedTypeName.get(
                        RuntimeTypes.QUERY_SET,
                        java,
                        Poet.generated(model.name(), model.name().fields()),
                        Poet.generated(model.name(), model.name().draft()),
                        self))
                .addMethod(ofSession())
                .addMethod(ofQuery())
                .addMethod(with());
        List<ColumnField> key = model.key();
        if (!key.isEmpty()) {
            type.addMethod(get(key));
        }
        if (key.size() == 1) {
            type.addMethod(inBulk(key.get(0)));
            type.addMethod(refToKey(key.get(0)));
            type.addMethod(refToRow(key.get(0)));
        } else if (!key.isEmpty()) {
            type.addMethod(refToKeyRecord(key));
        }
        return Poet.file(model.name(), type, style);
    }

    private MethodSpec ofSession() {
        return MethodSpec.constructorBuilder()
                .addJavadoc(
                        "All $L of this database or transaction.\n",
                        Words.plural(model.name().simple()))
                .addModifiers(Modifier.PUBLIC)
                .addParameter(RuntimeTypes.SESSION, "session")
                .addStatement("super(session, $T.INSTANCE)", mapping)
                .build();
    }

    private MethodSpec ofQuery() {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(RuntimeTypes.SESSION, "session")
                .addParameter(RuntimeTypes.QUERY, "query")
                .addStatement("super(session, $T.INSTANCE, query)", mapping)
                .build();
    }

    private MethodSpec with() {
        return MethodSpec.methodBuilder("with")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(self)
                .addParameter(RuntimeTypes.SESSION, "session")
                .addParameter(RuntimeTypes.QUERY, "query")
                .addStatement("return new $T(session, query)", self)
                .build();
    }

    // public Future<Product> aget(long id) {
    //     return byKey(id);
    // }
    private MethodSpec get(List<ColumnField> key) {
        String names = key.stream().map(ColumnField::simpleName).collect(Collectors.joining(" and "));
        MethodSpec.Builder method = MethodSpec.methodBuilder("aget")
                .addJavadoc(
                        "The $L with this $L. Fails with {@code NotFoundException} if there is none.\n",
                        model.noun(),
                        names)
                .addModifiers(Modifier.PUBLIC)
                .returns(ParameterizedTypeName.get(RuntimeTypes.FUTURE, java));
        key.forEach(column -> method.addParameter(Poet.type(column.java().unboxed()), column.simpleName()));
        String arguments = key.stream().map(ColumnField::simpleName).collect(Collectors.joining(", "));
        return method.addStatement("return byKey($L)", arguments).build();
    }

    // public Future<Map<Long, Product>> ainBulk(Collection<Long> ids) {
    //     return ainBulk(p -> p.id, ids);
    // }
    private MethodSpec inBulk(ColumnField key) {
        TypeName boxed = Poet.type(key.java().boxed());
        String plural = key.simpleName() + "s";
        return MethodSpec.methodBuilder("ainBulk")
                .addJavadoc(
                        "The $L with these $L, by $L. What no $L has is left out.\n",
                        Words.plural(model.name().simple()),
                        plural,
                        key.simpleName(),
                        model.noun())
                .addModifiers(Modifier.PUBLIC)
                .returns(ParameterizedTypeName.get(
                        RuntimeTypes.FUTURE, ParameterizedTypeName.get(ClassName.get(Map.class), boxed, java)))
                .addParameter(ParameterizedTypeName.get(ClassName.get(Collection.class), boxed), plural)
                .addStatement(CodeBlock.of(
                        "return ainBulk($L -> $L.$L, $L)",
                        model.name().letter(),
                        model.name().letter(),
                        key.name(),
                        plural))
                .build();
    }

    // public static Ref<Product> ref(long id) {
    //     return Ref.to(ProductMapping.INSTANCE, id);
    // }
    private MethodSpec refToKey(ColumnField key) {
        return ref(key, "A reference to the $L with this $L, not loaded.\n", key.simpleName())
                .addParameter(Poet.type(key.java().unboxed()), key.simpleName())
                .addStatement("return $T.to($T.INSTANCE, $L)", refClass(key), mapping, key.simpleName())
                .build();
    }

    // public static <K extends Record> KeyRef<OrderLine, K> ref(K key) {
    //     return KeyRef.to(OrderLineMapping.INSTANCE, key);
    // }
    private MethodSpec refToKeyRecord(List<ColumnField> key) {
        TypeVariableName record = TypeVariableName.get("K", Record.class);
        return MethodSpec.methodBuilder("ref")
                .addJavadoc(
                        "A reference to the $L with this key, not loaded: a record of $L.\n",
                        model.noun(),
                        key.stream().map(ColumnField::simpleName).collect(Collectors.joining(" and ")))
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addTypeVariable(record)
                .returns(ParameterizedTypeName.get(RuntimeTypes.KEY_REF, java, record))
                .addParameter(record, "key")
                .addStatement("return $T.to($T.INSTANCE, key)", RuntimeTypes.KEY_REF, mapping)
                .build();
    }

    // public static Ref<Product> ref(Product product) {
    //     return Ref.of(ProductMapping.INSTANCE, product);
    // }
    private MethodSpec refToRow(ColumnField key) {
        String variable = model.name().variable();
        return ref(key, "A reference to this $L, loaded.$L\n", "")
                .addParameter(java, variable)
                .addStatement("return $T.of($T.INSTANCE, $L)", refClass(key), mapping, variable)
                .build();
    }

    private MethodSpec.Builder ref(ColumnField key, String javadoc, String detail) {
        TypeName type = key.isIntegerKey()
                ? ParameterizedTypeName.get(RuntimeTypes.REF, java)
                : ParameterizedTypeName.get(
                        RuntimeTypes.KEY_REF, java, Poet.type(key.java().boxed()));
        return MethodSpec.methodBuilder("ref")
                .addJavadoc(javadoc, model.noun(), detail)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(type);
    }

    private static ClassName refClass(ColumnField key) {
        return key.isIntegerKey() ? RuntimeTypes.REF : RuntimeTypes.KEY_REF;
    }
}
