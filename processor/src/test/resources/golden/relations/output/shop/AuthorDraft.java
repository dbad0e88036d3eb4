package shop;

import dev.plectrum.orm.Draft;
import javax.annotation.processing.Generated;

/** A {@link Author} being written down. What is not set takes the class's initialiser or the database's default. */
@Generated("dev.plectrum")
public final class AuthorDraft extends Draft<Author> {
    private final Author author;

    AuthorDraft(Author author) {
        this.author = author;
    }

    /** Sets {@code id integer}, which the database numbers otherwise. */
    public AuthorDraft id(int id) {
        author.id = id;
        mark(AuthorMapping.ID);
        return this;
    }

    /** Sets {@code name text}. */
    public AuthorDraft name(String name) {
        author.name = name;
        mark(AuthorMapping.NAME);
        return this;
    }

    @Override
    protected Author finish() {
        return author;
    }
}
