package shop;

import dev.plectrum.orm.Draft;
import dev.plectrum.orm.KeyRef;
import dev.plectrum.orm.Ref;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** A {@link Post} being written down. What is not set takes the class's initialiser or the database's default. */
@Generated("dev.plectrum")
public final class PostDraft extends Draft<Post> {
    private final Post post;

    PostDraft(Post post) {
        this.post = post;
    }

    /** Sets {@code id bigint}, which the database numbers otherwise. */
    public PostDraft id(long id) {
        post.id = id;
        mark(PostMapping.ID);
        return this;
    }

    /** Sets {@code title text}. */
    public PostDraft title(String title) {
        post.title = title;
        mark(PostMapping.TITLE);
        return this;
    }

    /** Sets {@code author_id integer} to the key of a row that was created before. */
    public PostDraft author(Author author) {
        return author(Ref.of(AuthorMapping.INSTANCE, author));
    }

    /** Sets {@code author_id integer}. */
    public PostDraft author(Ref<Author> author) {
        post.author = author;
        mark(PostMapping.AUTHOR);
        return this;
    }

    /** Sets {@code editor_id integer} to the key of a row that was created before. */
    public PostDraft editor(Author editor) {
        return editor(Ref.of(AuthorMapping.INSTANCE, editor));
    }

    /** Sets {@code editor_id integer}, which may be missing. */
    public PostDraft editor(@Nullable Ref<Author> editor) {
        post.editor = editor;
        mark(PostMapping.EDITOR);
        return this;
    }

    /** Sets {@code country_id varchar(2)} to the key of a row that was created before. */
    public PostDraft country(Country country) {
        return country(KeyRef.of(CountryMapping.INSTANCE, country));
    }

    /** Sets {@code country_id varchar(2)}. */
    public PostDraft country(KeyRef<Country, String> country) {
        post.country = country;
        mark(PostMapping.COUNTRY);
        return this;
    }

    @Override
    protected Post finish() {
        return post;
    }
}
