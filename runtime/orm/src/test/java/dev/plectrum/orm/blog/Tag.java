package dev.plectrum.orm.blog;

class Tag {
    Long id;
    String name;
}
