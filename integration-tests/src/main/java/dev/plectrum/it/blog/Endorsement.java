package dev.plectrum.it.blog;

import static dev.plectrum.annotations.OnDelete.CASCADE;

import dev.plectrum.annotations.Column;
import dev.plectrum.annotations.ForeignKey;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.Unique;
import dev.plectrum.orm.Ref;

@Model
@Unique(fields = {"post", "author"}) public class Endorsement {
    @Id
    Long id;

    @ForeignKey(onDelete = CASCADE)
    Ref<Post> post;

    @ForeignKey(onDelete = CASCADE)
    Ref<Author> author;

    @Column(dbDefault = "1")
    int weight;
}
