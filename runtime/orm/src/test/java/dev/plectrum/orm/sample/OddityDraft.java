package dev.plectrum.orm.sample;

import dev.plectrum.orm.Draft;
import org.jspecify.annotations.Nullable;

/** An {@link Oddity} being written down; the tests set few of its fields this way. */
public final class OddityDraft extends Draft<Oddity> {
    private final Oddity oddity;

    OddityDraft(Oddity oddity) {
        this.oddity = oddity;
    }

    public OddityDraft id(long id) {
        oddity.id = id;
        mark(OddityMapping.ID);
        return this;
    }

    public OddityDraft text(@Nullable String text) {
        oddity.text = text;
        mark(OddityMapping.TEXT);
        return this;
    }

    public OddityDraft other(@Nullable String other) {
        oddity.other = other;
        mark(OddityMapping.OTHER);
        return this;
    }

    public OddityDraft number(@Nullable Integer number) {
        oddity.number = number;
        mark(OddityMapping.NUMBER);
        return this;
    }

    @Override
    protected Oddity finish() {
        return oddity;
    }
}
