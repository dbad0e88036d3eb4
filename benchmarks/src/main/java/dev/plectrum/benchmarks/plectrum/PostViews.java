package dev.plectrum.benchmarks.plectrum;

import dev.plectrum.annotations.web.Get;
import dev.plectrum.annotations.web.Public;
import dev.plectrum.annotations.web.View;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What there is to read. */
@View("/")
@Public
public class PostViews {
    private static final int NEWEST = 50;

    private final PostQuerySet posts;

    PostViews(PostQuerySet posts) {
        this.posts = posts;
    }

    /** A post with who wrote it. */
    record AuthoredPost(long id, String title, String body, Instant published, Author author) {
        static AuthoredPost of(Post post) {
            return new AuthoredPost(post.id, post.title, post.body, post.published, post.author.get());
        }
    }

    /** A post with its tags' names. */
    record TaggedPost(long id, String title, List<String> tags) {
        static TaggedPost of(Post post) {
            List<String> names = new ArrayList<>();
            for (Tag tag : post.tags.get()) {
                names.add(tag.name());
            }
            return new TaggedPost(post.id, post.title, names);
        }
    }

    @Get("/posts")
    Future<List<AuthoredPost>> newest() {
        return posts.selectRelated(p -> p.author())
                .orderBy(p -> p.id.desc())
                .limit(NEWEST)
                .alist()
                .map(found -> found.stream().map(AuthoredPost::of).toList());
    }

    @Get("/posts-tags")
    Future<List<TaggedPost>> tagged() {
        return posts.prefetchRelated(p -> p.tags())
                .orderBy(p -> p.id.desc())
                .limit(NEWEST)
                .alist()
                .map(found -> found.stream().map(TaggedPost::of).toList());
    }
}
