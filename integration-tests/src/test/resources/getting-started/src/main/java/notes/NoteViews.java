package notes;

import dev.plectrum.annotations.web.Body;
import dev.plectrum.annotations.web.Get;
import dev.plectrum.annotations.web.Post;
import dev.plectrum.annotations.web.Public;
import dev.plectrum.annotations.web.Query;
import dev.plectrum.annotations.web.View;
import dev.plectrum.web.Created;
import io.vertx.core.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

// region views
/** What there is to remember. */
@View("/notes")
class NoteViews {
    private final NoteQuerySet notes;

    NoteViews(NoteQuerySet notes) {
        this.notes = notes;
    }

    record NewNote(@NotBlank @Size(max = 200) String text, @Nullable LocalDate due) {}

    /** The notes that are not done, the newest first. */
    @Get("/")
    @Public
    Future<List<Note>> open(@Query("q") @Nullable String text) {
        NoteQuerySet open = notes.filter(n -> n.done.isFalse());
        return (text == null ? open : open.filter(n -> n.text.icontains(text))).slice(0, 50).alist();
    }

    /** One note. */
    @Get("/{id}")
    @Public
    Future<Note> detail(long id) {
        return notes.aget(id);
    }

    /** Notes something. */
    @Post("/")
    @Public
    Future<Created<Note>> add(@Body NewNote body) {
        return notes.acreate(n -> n.text(body.text()).due(body.due()))
                .map(note -> Created.at(NoteViewsUrls.detail(note.id), note));
    }

    /** Ticks a note off. */
    @Post("/{id}/done")
    @Public
    Future<Note> done(long id) {
        return notes.filter(n -> n.id.eq(id)).aupdate(n -> n.done.set(true)).compose(count -> notes.aget(id));
    }
}
// endregion
