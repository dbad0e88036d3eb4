package shop;

import dev.plectrum.orm.Draft;
import dev.plectrum.orm.Many;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** A {@link Tag} being written down. What is not set takes the database's default. */
@Generated("dev.plectrum")
public final class TagDraft extends Draft<Tag> {
    private @Nullable Long id;
    private @Nullable String name;
    private @Nullable Many<Post> posts;

    TagDraft() {}

    TagDraft(Tag tag) {
        id = tag.id();
        name = tag.name();
        posts = tag.posts();
    }

    /** Sets {@code id bigint}, which the database numbers otherwise. */
    public TagDraft id(long id) {
        this.id = id;
        mark(TagMapping.ID);
        return this;
    }

    /** Sets {@code name text}. */
    public TagDraft name(String name) {
        this.name = name;
        mark(TagMapping.NAME);
        return this;
    }

    @Override
    protected Tag finish() {
        return new Tag(
                id,
                given(name, "name"),
                posts);
    }
}
