package dev.plectrum.orm.blog;

import dev.plectrum.orm.Draft;

final class TagDraft extends Draft<Tag> {
    private final Tag tag;

    TagDraft(Tag tag) {
        this.tag = tag;
    }

    TagDraft id(Long id) {
        tag.id = id;
        mark(TagMapping.ID);
        return this;
    }

    TagDraft name(String name) {
        tag.name = name;
        mark(TagMapping.NAME);
        return this;
    }

    @Override
    protected Tag finish() {
        return tag;
    }
}
