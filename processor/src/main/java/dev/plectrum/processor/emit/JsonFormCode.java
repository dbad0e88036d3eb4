package dev.plectrum.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.plectrum.processor.model.JsonForm;
import dev.plectrum.processor.model.JsonObjectDef;
import dev.plectrum.processor.model.JsonTypes;
import java.util.List;
import java.util.Map;

/** Writes JSON forms as expressions: what writes them, what reads them, what validates them. */
final class JsonFormCode {
    private final JsonTypes types;
    private final RuleCode rules;

    /** With what writes the rules of elements of lists and values of maps. */
    JsonFormCode(JsonTypes types, RuleCode rules) {
        this.types = types;
        this.rules = rules;
    }

    /** {@code ProductCodec.INSTANCE}, {@code JsonEncoder.array(ProductCodec.INSTANCE)} or {@code JsonWriter::string}. */
    CodeBlock encoder(JsonForm form) {
        if (form instanceof JsonForm.Held held) {
            return encoder(held.value());
        } else if (form instanceof JsonForm.Simple simple) {
            return CodeBlock.of(
                    "$T::$L", WebRuntime.JSON_WRITER, simple.scalar().writer());
        } else if (form instanceof JsonForm.Constants) {
            return CodeBlock.of("$T::string", WebRuntime.JSON_WRITER);
        } else if (form instanceof JsonForm.ListOf list) {
            return of(WebRuntime.JSON_ENCODER, "array", list.element(), encoder(list.element()));
        } else if (form instanceof JsonForm.MapOf map) {
            return of(WebRuntime.JSON_ENCODER, "object", map.value(), encoder(map.value()));
        } else if (form instanceof JsonForm.PageOf page) {
            String method = page.java().simpleName().equals("Page") ? "page" : "keyPage";
            return of(WebRuntime.ROWS_JSON, method, page.element(), encoder(page.element()));
        } else if (form instanceof JsonForm.DeletedRows) {
            return CodeBlock.of("$T.DELETED", WebRuntime.ROWS_JSON);
        } else if (form instanceof JsonForm.AnyReference) {
            return CodeBlock.of("$T.ANY_REFERENCE", WebRuntime.ROWS_JSON);
        } else if (form instanceof JsonForm.ReferenceTo reference) {
            return CodeBlock.of(
                    "(json, reference) -> $L",
                    write(CodeBlock.of("json"), reference.key(), CodeBlock.of("reference.id()")));
        } else if (form instanceof JsonForm.ObjectOf object) {
            return codec(types.object(object.java()));
        }
        throw unreachable(form);
    }

    /** {@code JsonReader::string}, and so on. */
    CodeBlock decoder(JsonForm form) {
        if (form instanceof JsonForm.Held held) {
            return held(held);
        } else if (form instanceof JsonForm.Simple simple) {
            return CodeBlock.of(
                    "$T::$L", WebRuntime.JSON_READER, simple.scalar().reader());
        } else if (form instanceof JsonForm.Constants constants) {
            return CodeBlock.of("json -> json.constant($T.values())", Poet.className(constants.java()));
        } else if (form instanceof JsonForm.ListOf list) {
            return of(WebRuntime.JSON_DECODER, "array", list.element(), decoder(list.element()));
        } else if (form instanceof JsonForm.MapOf map) {
            return of(WebRuntime.JSON_DECODER, "object", map.value(), decoder(map.value()));
        } else if (form instanceof JsonForm.ObjectOf object) {
            return codec(types.object(object.java()));
        } else if (form instanceof JsonForm.DraftOf draft) {
            return codec(draft.body());
        } else if (form instanceof JsonForm.PageOf page) {
            String method = page.java().simpleName().equals("Page") ? "readPage" : "readKeyPage";
            return of(WebRuntime.ROWS_JSON, method, page.element(), decoder(page.element()));
        } else if (form instanceof JsonForm.DeletedRows) {
            return CodeBlock.of("$T::readDeleted", WebRuntime.ROWS_JSON);
        } else if (form instanceof JsonForm.AnyReference) {
            return CodeBlock.of("$T::readAnyKey", WebRuntime.ROWS_JSON);
        }
        throw unreachable(form);
    }

    // JsonDecoder.<String>checked(JsonReader::string, (in, value) -> {
    //     if (value.isBlank()) {
    //         in.invalid("", "blank", "must not be blank");
    //     }
    // })
    private CodeBlock held(JsonForm.Held held) {
        CodeBlock.Builder checks = CodeBlock.builder();
        rules.add(
                checks,
                held.rules(),
                new RuleCode.Subject(
                        held.java().unboxed(), CodeBlock.of("one"), false, "", CodeBlock.of("at.invalid"), "ELEMENT"));
        return CodeBlock.of(
                "$T.<$T>checked($L, (at, one) -> {\n$>$L$<})",
                WebRuntime.JSON_DECODER,
                Poet.type(held.java().boxed()),
                decoder(held.value()),
                checks.build());
    }

    /** {@code JsonEncoder.array(element)}; what has no type of its own, such as a method reference, needs to be told one. */
    private CodeBlock of(ClassName owner, String method, JsonForm part, CodeBlock inner) {
        return isBare(part)
                ? CodeBlock.of("$T.<$T>$L($L)", owner, Poet.type(part.java().boxed()), method, inner)
                : CodeBlock.of("$T.$L($L)", owner, method, inner);
    }

    /** Whether its encoder and decoder are lambdas or method references. */
    static boolean isBare(JsonForm form) {
        return form instanceof JsonForm.Simple
                || form instanceof JsonForm.Constants
                || form instanceof JsonForm.Held
                || form instanceof JsonForm.AnyReference
                || form instanceof JsonForm.ReferenceTo;
    }

    /** Whether its encoder is made, not just named. */
    static boolean isMade(JsonForm form) {
        return form instanceof JsonForm.ListOf || form instanceof JsonForm.MapOf || form instanceof JsonForm.PageOf;
    }

    /** The type of the encoder that {@link #encoder} makes. */
    TypeName encoderType(JsonForm form) {
        return ParameterizedTypeName.get(WebRuntime.JSON_ENCODER, written(form));
    }

    /** The most general type that the encoder of a form writes. */
    private static TypeName written(JsonForm form) {
        if (form instanceof JsonForm.ListOf list) {
            return ParameterizedTypeName.get(
                    ClassName.get(Iterable.class),
                    WildcardTypeName.subtypeOf(Poet.type(list.element().java().boxed())));
        } else if (form instanceof JsonForm.MapOf map) {
            return ParameterizedTypeName.get(
                    ClassName.get(Map.class),
                    ClassName.get(String.class),
                    WildcardTypeName.subtypeOf(Poet.type(map.value().java().boxed())));
        }
        return Poet.type(form.java().boxed());
    }

    /** The type of the decoder that {@link #decoder} makes. */
    TypeName decoderType(JsonForm form) {
        TypeName read = form instanceof JsonForm.ListOf list
                ? ParameterizedTypeName.get(
                        ClassName.get(List.class),
                        Poet.type(list.element().java().boxed()))
                : Poet.type(form.java().boxed());
        return ParameterizedTypeName.get(WebRuntime.JSON_DECODER, read);
    }

    private static CodeBlock codec(JsonObjectDef object) {
        return CodeBlock.of("$T.$L", Poet.className(object.codec()), object.constant());
    }

    /** {@code out.field(NAME).string(value.name())}: a value that is there. */
    CodeBlock write(CodeBlock target, JsonForm form, CodeBlock value) {
        if (form instanceof JsonForm.Simple simple) {
            return CodeBlock.of("$L.$L($L)", target, simple.scalar().writer(), value);
        } else if (form instanceof JsonForm.Constants) {
            return CodeBlock.of("$L.string($L)", target, value);
        } else if (form instanceof JsonForm.ReferenceTo reference) {
            return write(target, reference.key(), CodeBlock.of("$L.id()", value));
        }
        return CodeBlock.of("$L.value($L, $L)", target, encoder(form), value);
    }

    /** {@code in.string()}: a value that must be there. */
    CodeBlock read(JsonForm form, CodeBlock decoder) {
        if (form instanceof JsonForm.Simple simple) {
            return CodeBlock.of("in.$L()", simple.scalar().reader());
        } else if (form instanceof JsonForm.Constants constants) {
            return CodeBlock.of("in.constant($T.values())", Poet.className(constants.java()));
        }
        return CodeBlock.of("in.value($L)", decoder);
    }

    private static IllegalArgumentException unreachable(JsonForm form) {
        return new IllegalArgumentException("A type without this form must not come this far: " + form);
    }
}
