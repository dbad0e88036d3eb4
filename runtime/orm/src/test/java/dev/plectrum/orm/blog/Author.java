package dev.plectrum.orm.blog;

import dev.plectrum.orm.Many;

class Author {
    Long id;
    String name;
    Many<Post> posts;
}
