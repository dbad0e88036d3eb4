package dev.plectrum.benchmarks.twin;

import java.util.List;

/** A post and its tags, from two statements. */
record TaggedPost(Post post, List<Tag> tags) {}
