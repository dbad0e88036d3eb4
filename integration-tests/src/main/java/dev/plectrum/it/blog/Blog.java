package dev.plectrum.it.blog;

import dev.plectrum.annotations.web.Application;

/** The blog. */
@Application(value = "Blog", title = "A blog", version = "2")
public final class Blog {
    private Blog() {}
}
