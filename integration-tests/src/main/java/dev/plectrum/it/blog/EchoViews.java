package dev.plectrum.it.blog;

import dev.plectrum.annotations.web.Body;
import dev.plectrum.annotations.web.Cookie;
import dev.plectrum.annotations.web.Form;
import dev.plectrum.annotations.web.Get;
import dev.plectrum.annotations.web.Header;
import dev.plectrum.annotations.web.Post;
import dev.plectrum.annotations.web.Public;
import dev.plectrum.annotations.web.Query;
import dev.plectrum.annotations.web.Socket;
import dev.plectrum.annotations.web.View;
import dev.plectrum.web.Request;
import dev.plectrum.web.Upload;
import dev.plectrum.web.security.User;
import dev.plectrum.web.socket.Conversation;
import io.vertx.core.buffer.Buffer;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says what it was asked: every kind of parameter. */
@View("/echo")
@Public
public class EchoViews {
    /** What a query string may say. */
    record Filter(
            @Nullable String text,
            @Query("least") @Positive @Nullable BigDecimal price,
            List<DayOfWeek> day) {}

    /** What a form may say. */
    record Person(
            @Size(min = 2) String name, @Email @Nullable String mail) {}

    /** What was understood. */
    record Heard(
            @Nullable String a,
            @Nullable String b,
            @Nullable String c) {
        static Heard of(@Nullable Object... values) {
            return new Heard(text(values[0]), text(values[1]), text(values[2]));
        }

        private static @Nullable String text(@Nullable Object value) {
            return value == null ? null : value.toString();
        }
    }

    @Get("/path/{id}/{day}/{name}.txt")
    Heard path(UUID id, DayOfWeek day, String name) {
        return Heard.of(id, day, name);
    }

    @Get("/rest/{path...}")
    String rest(String path) {
        return path;
    }

    @Get("/query")
    Heard query(@Query LocalDate since, @Query(orElse = "20") long size, @Query List<Integer> n) {
        return Heard.of(since, size, n);
    }

    @Get("/filter")
    Heard filter(@Query Filter filter) {
        return Heard.of(filter.text(), filter.price(), filter.day());
    }

    @Get("/head")
    Heard head(@Header String ifMatch, @Header("X-Count") @Nullable Integer count, @Cookie @Nullable String theme) {
        return Heard.of(ifMatch, count, theme);
    }

    @Get("/known")
    Heard known(Request request, @Nullable User user, Locale locale) {
        return Heard.of(request.path(), user == null ? null : user.id(), locale.toLanguageTag());
    }

    @Post("/form")
    Heard form(@Form Person person, @Form(value = "n") int number) {
        return Heard.of(person.name(), person.mail(), number);
    }

    @Post("/file")
    Heard file(@Form Upload photo, @Form @Nullable Upload other, @Form String title) throws IOException {
        return Heard.of(photo.fileName() + " " + Files.readString(photo.path()), other, title);
    }

    @Post("/bytes")
    String bytes(@Body Buffer bytes) {
        return bytes.length() + " bytes";
    }

    @Post("/many")
    int many(@Body List<NewPost.NewComment> comments) {
        return comments.size();
    }

    @Socket("/socket/{room}")
    void socket(String room, Conversation<NewPost.NewComment, Heard> socket) {
        socket.onMessage(comment -> socket.send(Heard.of(room, comment.body(), comment.spam())));
    }
}
