package dev.plectrum.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import dev.plectrum.processor.expression.JavaCode;
import dev.plectrum.processor.model.DraftDef;
import dev.plectrum.processor.model.JavaType;
import dev.plectrum.processor.model.JsonFieldDef;
import dev.plectrum.processor.model.JsonForm;
import dev.plectrum.processor.model.JsonObjectDef;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes what puts the values of a body into a model's draft, and the checks of the model that come before it. */
final class DraftCode {
    private final JsonObjectDef object;
    private final DraftDef draft;
    private final NameAllocator locals;

    DraftCode(JsonObjectDef object, DraftDef draft, NameAllocator locals) {
        this.object = object;
        this.draft = draft;
        this.locals = locals;
    }

    // if (price.isPresent() && !meetsCheck(price.value())) {
    //     in.invalid("price", "check", "must meet price >= 0");
    // }
    // return values(name, price);
    void finish(CodeBlock.Builder code, CodeBlock arguments) {
        for (DraftDef.Check check : draft.checks()) {
            List<CodeBlock> conditions = new ArrayList<>();
            List<CodeBlock> values = new ArrayList<>();
            for (String property : check.properties()) {
                JsonFieldDef field = field(property);
                String local = locals.get(field);
                if (field.isGiven()) {
                    conditions.add(CodeBlock.of("$L.isPresent()", local));
                }
                values.add(CodeBlock.of(field.isGiven() ? "$L.value()" : "$L", local));
            }
            conditions.add(CodeBlock.of("!$L($L)", name(check), CodeBlock.join(values, ", ")));
            String only = check.properties().size() == 1
                    ? field(check.properties().get(0)).name()
                    : "";
            code.beginControlFlow("if ($L)", CodeBlock.join(conditions, " && "))
                    .addStatement("in.invalid($S, $S, $S)", only, "check", "must meet " + check.text())
                    .endControlFlow();
        }
        if (!draft.checks().isEmpty()) {
            code.beginControlFlow("if (in.errorCount() > errors)")
                    .addStatement("return null")
                    .endControlFlow();
        }
        code.addStatement("return values($L)", arguments);
    }

    private JsonFieldDef field(String property) {
        return object.fields().stream()
                .filter(field -> field.property().equals(property))
                .findFirst()
                .orElseThrow();
    }

    private String name(DraftDef.Check check) {
        int index = draft.checks().indexOf(check);
        return "meetsCheck" + (draft.checks().size() == 1 ? "" : index + 1);
    }

    /** What {@link #finish} calls. */
    List<MethodSpec> methods() {
        List<MethodSpec> methods = new ArrayList<>();
        methods.add(values());
        draft.checks().forEach(check -> methods.add(check(check)));
        return methods;
    }

    // private static UnaryOperator<ReviewDraft> values(String author, Given<Integer> stars) {
    //     return draft -> {
    //         draft.author(author);
    //         stars.ifPresent(draft::stars);
    //         return draft;
    //     };
    // }
    private MethodSpec values() {
        String row = locals.clone().newName("draft");
        MethodSpec.Builder method = MethodSpec.methodBuilder("values")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(Poet.type(object.java()));
        CodeBlock.Builder code = CodeBlock.builder().add("return $L -> {\n$>", row);
        for (JsonFieldDef field : object.fields()) {
            String local = locals.get(field);
            TypeName type = Poet.type(field.form().java());
            method.addParameter(field.nullable() ? Poet.nullable(type) : type, local);
            JavaType target = draft.references().get(field.property());
            if (target == null) {
                code.addStatement(
                        field.isGiven() ? "$L.ifPresent($L::$L)" : "$2L.$3L($1L)", local, row, field.property());
            } else if (field.isGiven()) {
                CodeBlock set = set(row, field, target, "key", mayBeNull(field));
                code.addStatement("$L.ifPresent(key -> $L)", local, set);
            } else {
                code.addStatement(set(row, field, target, local, field.nullable()));
            }
        }
        return method.addCode(code.addStatement("return $L", row).add("$<};\n").build())
                .build();
    }

    private static boolean mayBeNull(JsonFieldDef field) {
        return field.form() instanceof JsonForm.GivenOf given && given.nullable();
    }

    // draft.category(CategoryQuerySet.ref(category))
    private static CodeBlock set(String row, JsonFieldDef field, JavaType target, String key, boolean nullable) {
        CodeBlock reference = CodeBlock.of("$T.ref($L)", Poet.className(target), key);
        return CodeBlock.of(
                "$L.$L($L)",
                row,
                field.property(),
                nullable ? CodeBlock.of("$L == null ? null : $L", key, reference) : reference);
    }

    // // price >= 0
    // private static boolean meetsCheck(BigDecimal price) {
    //     return !Boolean.FALSE.equals(Evaluate.…);
    // }
    private MethodSpec check(DraftDef.Check check) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name(check))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(boolean.class);
        for (String property : check.properties()) {
            JsonFieldDef field = field(property);
            TypeName type = Poet.type(field.valueForm().java());
            method.addParameter(field.nullable() || mayBeNull(field) ? Poet.nullable(type) : type, property);
        }
        return method.addComment("$L", check.text().replace("\n", " "))
                .addStatement("return !$T.FALSE.equals($L)", Boolean.class, code(check.java()))
                .build();
    }

    private static CodeBlock code(JavaCode java) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (JavaCode.Part part : java.parts()) {
            if (part instanceof JavaCode.ClassName name) {
                code.add("$T", ClassName.bestGuess(name.qualified()));
            } else {
                code.add("$L", ((JavaCode.Text) part).text());
            }
        }
        return code.build();
    }
}
