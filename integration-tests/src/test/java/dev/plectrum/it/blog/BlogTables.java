package dev.plectrum.it.blog;

import dev.plectrum.it.PackageTables;

/** The tables of the blog. */
public final class BlogTables extends PackageTables {
    public BlogTables() {
        super("dev.plectrum.it.blog");
    }
}
