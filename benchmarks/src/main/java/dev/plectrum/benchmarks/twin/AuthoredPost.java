package dev.plectrum.benchmarks.twin;

import io.vertx.sqlclient.Row;

/** A post and its author, from one statement. */
record AuthoredPost(Post post, Author author) {
    /** A post's five columns and its author's three. */
    static AuthoredPost from(Row row) {
        return new AuthoredPost(Post.from(row), Author.from(row, 5));
    }
}
