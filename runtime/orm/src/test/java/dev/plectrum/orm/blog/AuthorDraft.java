package dev.plectrum.orm.blog;

import dev.plectrum.orm.Draft;

final class AuthorDraft extends Draft<Author> {
    private final Author author;

    AuthorDraft(Author author) {
        this.author = author;
    }

    AuthorDraft id(Long id) {
        author.id = id;
        mark(AuthorMapping.ID);
        return this;
    }

    AuthorDraft name(String name) {
        author.name = name;
        mark(AuthorMapping.NAME);
        return this;
    }

    @Override
    protected Author finish() {
        return author;
    }
}
