package dev.plectrum.processor;

/** What generated files have in common. */
final class Generation {
    /** Written into generated types; the runtime refuses those of another version. */
    static final String VERSION = "0.1.0";

    /** Where each model's Def is, for tools that read them without a compiler. */
    static final String SHARDS = "META-INF/plectrum/models/";

    /** The models of all runs into the same place, one a line. */
    static final String INDEX = "META-INF/plectrum/models.index";

    /** How the runtime finds registries. */
    static final String SERVICE = "META-INF/services/dev.plectrum.orm.ModelRegistry";

    private Generation() {}
}
