package dev.plectrum.processor.model;

import java.util.List;

/**
 * A parameter of a view's method.
 *
 * @param source where its value comes from
 * @param rules what must hold for its values
 * @param examples values as they look
 */
public record ParameterDef(
        String name,
        JavaType java,
        boolean nullable,
        Source source,
        List<ValueRule> rules,
        String doc,
        List<ExampleDef> examples,
        Place place) {
    /** Copies the lists. */
    public ParameterDef {
        rules = List.copyOf(rules);
        examples = List.copyOf(examples);
    }

    /** Where a value comes from. */
    public sealed interface Source {
        /** A segment of the path. */
        record Path(int index, TextForm form) implements Source {}

        /** A named text. */
        record Text(Part part, String name, TextForm form, Presence presence) implements Source {}

        /** Several named texts, the components of a record. */
        record Parts(Part part, List<ParameterDef> components) implements Source {
            /** Copies the components. */
            public Parts {
                components = List.copyOf(components);
            }
        }

        /**
         * The body, read as JSON.
         *
         * @param namesFields whether the annotation names fields of a model
         * @param groups the groups of constraints that hold besides those of no group
         */
        record Body(JsonForm form, boolean namesFields, List<JavaType> groups) implements Source {
            /** Copies the groups. */
            public Body {
                groups = List.copyOf(groups);
            }
        }

        /** The body as it came. */
        record RawBody(boolean stream) implements Source {}

        /** A file of a form. */
        record File(String field) implements Source {}

        /** Something that every request has. */
        record Known(What what) implements Source {}

        /** A WebSocket with these messages in and out. */
        record WebSocket(JsonForm in, JsonForm out) implements Source {}

        /** Nothing says where; validation does. */
        record Nowhere(TextForm form) implements Source {}

        /** Two annotations say different places. */
        record Contradictory(List<String> annotations) implements Source {
            /** Copies the names. */
            public Contradictory {
                annotations = List.copyOf(annotations);
            }
        }
    }

    /** The parts of a request that have named texts, by the runtime's names. */
    public enum Part {
        QUERY("query"),
        HEADER("headers"),
        COOKIE("cookies"),
        FORM("form");

        private final String method;

        Part(String method) {
            this.method = method;
        }

        /** The method of {@code Inputs}. */
        public String method() {
            return method;
        }
    }

    /** What happens when there is no text. */
    public sealed interface Presence {
        /** The request is refused. */
        record Required() implements Presence {}

        /** It is null. */
        record Optional() implements Presence {}

        /** This text stands in. */
        record Default(String text, Place place) implements Presence {}

        /** All of them are taken, none is an empty list. */
        record Many() implements Presence {}
    }

    /** What every request has. */
    public enum What {
        REQUEST,
        USER,
        SESSION,
        LOCALE,
        PAGE,
        IF_MATCH
    }

    /** Whether it is read by the runtime's {@code Inputs}. */
    public boolean isInput() {
        return source instanceof Source.Path
                || source instanceof Source.Text
                || source instanceof Source.Parts
                || source instanceof Source.Body
                || source instanceof Source.File
                || is(What.PAGE)
                || is(What.IF_MATCH);
    }

    /** Whether it is this. */
    public boolean is(What what) {
        return source instanceof Source.Known known && known.what() == what;
    }

    /** Whether errors in it are gathered: those of paths and versions have answers of their own. */
    public boolean isGathered() {
        return isInput() && !(source instanceof Source.Path) && !is(What.IF_MATCH);
    }
}
