package dev.plectrum.orm.blog;

import dev.plectrum.orm.Mapping;
import dev.plectrum.orm.ModelRegistry;
import java.util.List;

/** The registry, as the processor writes one for each compilation. */
public final class BlogModels implements ModelRegistry {
    @Override
    public List<Mapping<?, ?, ?>> mappings() {
        return List.of(AuthorMapping.INSTANCE, PostMapping.INSTANCE, CommentMapping.INSTANCE, TagMapping.INSTANCE);
    }
}
