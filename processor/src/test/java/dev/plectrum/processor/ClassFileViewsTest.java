package dev.plectrum.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Views that are compiled without the sources of what they read and write, as by an incremental build. */
class ClassFileViewsTest {
    private static final String NOTE = """
            package shop;

            import dev.plectrum.annotations.web.Json;
            import org.jspecify.annotations.Nullable;

            @Json
            record NewNote(String title, @Nullable String text) {}
            """;

    private static final String PLAIN = """
            package shop;

            import org.jspecify.annotations.Nullable;

            record Note(String title, @Nullable String text) {}
            """;

    private static final String VIEWS = """
            package shop;

            import dev.plectrum.annotations.web.Body;
            import dev.plectrum.annotations.web.Get;
            import dev.plectrum.annotations.web.Post;
            import dev.plectrum.annotations.web.View;

            @View("/notes")
            class NoteViews {
                @Get("/")
                Note first() {
                    return new Note("One", null);
                }

                @Post("/")
                Note create(@Body NewNote note) {
                    return new Note(note.title(), note.text());
                }
            }
            """;

    @Test
    void whatMayBeNullIsNotForgotten(@TempDir Path directory) {
        Build build = new Build(directory, Compiler.JAVAC).sources(NOTE, PLAIN, VIEWS);
        build.compile(List.of("shop/NewNote.java", "shop/Note.java")).orThrow();
        String routes = build.compile(List.of("shop/NoteViews.java"))
                .orThrow()
                .generated()
                .get("shop/NoteViewsRoutes.java");
        assertThat(routes)
                .contains("in.body(NewNoteJson.CODEC)")
                .contains("out.field(TEXT).value(JsonWriter::string, value.text());");
    }
}
