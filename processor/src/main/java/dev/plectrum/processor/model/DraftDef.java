package dev.plectrum.processor.model;

import dev.plectrum.processor.expression.JavaCode;
import java.util.List;
import java.util.Map;

/**
 * How a body's values get into a model's draft.
 *
 * @param title the qualified name of the body in the API's description
 * @param model whose rows these are
 * @param draft the generated class, {@code ProductDraft}
 * @param references by property, the query set that makes a reference from a key
 * @param checks the model's conditions that Java evaluates
 * @param leavesChecks whether the database checks more than that
 * @param flaws what is wrong with the fields that are named; validation says so
 * @param settable the fields that could be named
 */
public record DraftDef(
        String title,
        ModelName model,
        JavaType draft,
        Map<String, JavaType> references,
        List<Check> checks,
        boolean leavesChecks,
        List<Flaw> flaws,
        List<String> settable) {
    /** Copies the lists. */
    public DraftDef {
        references = Map.copyOf(references);
        checks = List.copyOf(checks);
        flaws = List.copyOf(flaws);
        settable = List.copyOf(settable);
    }

    /**
     * A condition that every row meets.
     *
     * @param text in SQL, as the user wrote it
     * @param properties the fields that it reads, whose names its Java uses
     */
    public record Check(String text, JavaCode java, List<String> properties) {
        /** Copies the names. */
        public Check {
            properties = List.copyOf(properties);
        }
    }

    /** Why a field cannot be set. */
    public record Flaw(Mistake mistake, String field, Place place) {
        /** The mistakes there are. */
        public enum Mistake {
            /** No field is named at all. */
            NONE_NAMED,
            /** The model has no such field. */
            UNKNOWN,
            /** It is named twice. */
            TWICE,
            /** It is the key, which the database or we make, or which a row keeps. */
            KEY,
            /** The database computes it. */
            GENERATED,
            /** It is set whenever a row is written. */
            AUTOMATIC,
            /** It leads to many rows, or to one by more than a single key. */
            RELATION,
            /** JSON leaves it out. */
            IGNORED,
            /** The model was compiled by another version. */
            OTHER_VERSION
        }
    }
}
