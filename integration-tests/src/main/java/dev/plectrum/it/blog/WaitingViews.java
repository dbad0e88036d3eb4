package dev.plectrum.it.blog;

import dev.plectrum.annotations.web.Get;
import dev.plectrum.annotations.web.OnVirtualThread;
import dev.plectrum.annotations.web.Public;
import dev.plectrum.annotations.web.View;
import java.util.List;

/** Views that wait. */
@View("/waiting")
@Public
@OnVirtualThread
public class WaitingViews {
    private final PostQuerySet posts;

    WaitingViews(PostQuerySet posts) {
        this.posts = posts;
    }

    /** The titles of all posts. */
    @Get("/titles")
    List<String> titles() {
        return posts.alist().await().stream().map(post -> post.title).toList();
    }

    /** A title. */
    @Get("/titles/{id}")
    String title(long id) {
        return posts.aget(id).await().title;
    }
}
