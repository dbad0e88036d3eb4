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

    private static final String REVIEW = """
            package shop;

            import dev.plectrum.annotations.Check;
            import dev.plectrum.annotations.Column;
            import dev.plectrum.annotations.Id;
            import dev.plectrum.annotations.Model;

            @Model
            @Check("stars BETWEEN 1 AND 5")
            class Review {
                @Id
                Long id;

                @Column(maxLength = 100)
                String author;

                int stars;
            }
            """;

    private static final String REVIEW_VIEWS = """
            package shop;

            import dev.plectrum.annotations.web.Body;
            import dev.plectrum.annotations.web.Post;
            import dev.plectrum.annotations.web.View;
            import io.vertx.core.Future;
            import java.util.function.UnaryOperator;

            @View("/reviews")
            class ReviewViews {
                private final ReviewQuerySet reviews;

                ReviewViews(ReviewQuerySet reviews) {
                    this.reviews = reviews;
                }

                @Post("/")
                Future<Review> create(@Body(fields = {"author", "stars"}) UnaryOperator<ReviewDraft> values) {
                    return reviews.acreate(values);
                }
            }
            """;

    @Test
    void aViewAloneKnowsTheModelThatItsBodySets(@TempDir Path directory) {
        Build build = new Build(directory, Compiler.JAVAC).sources(REVIEW, REVIEW_VIEWS);
        build.compile().orThrow();
        assertThat(build.compile(List.of("shop/ReviewViews.java"))
                        .orThrow()
                        .generated()
                        .get("shop/ReviewViewsRoutes.java"))
                .contains("author.codePointCount(0, author.length()) > 100", "must meet stars BETWEEN 1 AND 5");
    }

    @Test
    void ofABrokenModelOnlyItsOwnProblemsAreTold(@TempDir Path directory) {
        Build.Result result = new Build(directory, Compiler.JAVAC)
                .sources(REVIEW.replace("stars BETWEEN", "starz BETWEEN"), REVIEW_VIEWS)
                .compile();
        assertThat(result.succeeded()).isFalse();
        assertThat(result.output()).contains("Did you mean \"stars\"?").endsWith("\n1 error\n");
    }

    @Test
    void theApiKnowsWhatMayBeNullInTypesThatWereCompiledBefore(@TempDir Path directory) {
        Build build = new Build(directory, Compiler.JAVAC).sources(NOTE, PLAIN, VIEWS);
        build.compile(List.of("shop/NewNote.java", "shop/Note.java")).orThrow();
        String api = build.compile(List.of("shop/NoteViews.java"))
                .orThrow()
                .classes()
                .get("META-INF/plectrum/views/shop.NoteViews.api");
        assertThat(api).contains("""
                schema\tshop.NewNote\t{"type": "object", "properties": {\
                "title": {"type": "string"}, "text": {"type": ["string", "null"]}}, \
                "required": ["title"], "additionalProperties": false}""");
    }

    @Test
    void aModelThatWasCompiledBeforeTellsWhatMayBeNull(@TempDir Path directory) {
        Build build = new Build(directory, Compiler.JAVAC)
                .sources(REVIEW.replace("int stars;", "@org.jspecify.annotations.Nullable String text; int stars;"))
                .sources(REVIEW_VIEWS);
        build.compile().orThrow();
        Build.Result alone = build.compile(List.of("shop/ReviewViews.java")).orThrow();
        assertThat(alone.classes().get("META-INF/plectrum/views/shop.ReviewViews.api"))
                .contains("""
                schema\tshop.Review\t{"type": "object", "properties": {\
                "id": {"type": "integer", "format": "int64"}, "author": {"type": "string"}, \
                "text": {"type": ["string", "null"]}, "stars": {"type": "integer", "format": "int32"}}, \
                "required": ["id", "author", "stars"]}
                """);
        assertThat(alone.generated().get("shop/ReviewViewsRoutes.java"))
                .contains("out.field(AUTHOR).string(value.author);")
                .contains("out.field(TEXT).value(JsonWriter::string, value.text);");
    }

    @Test
    void aTestAsksForTheClientOfAViewThatWasCompiledBefore(@TempDir Path directory) {
        Build views = new Build(directory.resolve("main"), Compiler.JAVAC).sources(NOTE, PLAIN, VIEWS);
        assertThat(views.compile().orThrow().generated().keySet()).noneMatch(name -> name.contains("Client"));
        Build.Result tests = new Build(directory.resolve("test"), Compiler.JAVAC)
                .classPath(views.classes())
                .sources("""
                package shop;

                import dev.plectrum.annotations.web.TestClients;
                import dev.plectrum.web.testing.TestClient;

                @TestClients(NoteViews.class)
                class NoteTest {
                    Note ask(TestClient client) {
                        NoteViewsClient notes = new NoteViewsClient(client);
                        return notes.create(new NewNote(notes.first().body().title(), null)).body();
                    }
                }
                """)
                .compile()
                .orThrow();
        assertThat(tests.generated().keySet()).containsExactly("shop/NoteViewsClient.java");
    }

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
