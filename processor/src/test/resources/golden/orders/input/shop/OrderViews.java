package shop;

import dev.plectrum.annotations.web.Body;
import dev.plectrum.annotations.web.CacheFor;
import dev.plectrum.annotations.web.Conditional;
import dev.plectrum.annotations.web.Cookie;
import dev.plectrum.annotations.web.CsrfExempt;
import dev.plectrum.annotations.web.Delete;
import dev.plectrum.annotations.web.Form;
import dev.plectrum.annotations.web.Get;
import dev.plectrum.annotations.web.Header;
import dev.plectrum.annotations.web.OnVirtualThread;
import dev.plectrum.annotations.web.Patch;
import dev.plectrum.annotations.web.Post;
import dev.plectrum.annotations.web.Public;
import dev.plectrum.annotations.web.Put;
import dev.plectrum.annotations.web.Query;
import dev.plectrum.annotations.web.RateLimit;
import dev.plectrum.annotations.web.RequireUser;
import dev.plectrum.annotations.web.Socket;
import dev.plectrum.annotations.web.Status;
import dev.plectrum.annotations.web.Timeout;
import dev.plectrum.annotations.web.Use;
import dev.plectrum.annotations.web.View;
import dev.plectrum.orm.Deleted;
import dev.plectrum.orm.KeyPage;
import dev.plectrum.orm.Page;
import dev.plectrum.orm.PageRequest;
import dev.plectrum.orm.exec.Database;
import dev.plectrum.web.App;
import dev.plectrum.web.Created;
import dev.plectrum.web.EventStream;
import dev.plectrum.web.NoContent;
import dev.plectrum.web.Outcome;
import dev.plectrum.web.Request;
import dev.plectrum.web.Response;
import dev.plectrum.web.Upload;
import dev.plectrum.web.Url;
import dev.plectrum.web.security.User;
import dev.plectrum.web.session.Session;
import dev.plectrum.web.socket.Conversation;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Orders, and everything else that a view can be. */
@View("/orders")
@Use(Audit.class)
public class OrderViews {
    /** Narrows a list. */
    record Filter(@Nullable String text, @Query("min") @Positive @Nullable Integer least) {}

    public OrderViews(Database database, OrderQuerySet orders, App app, Clock clock, List<String> greetings)
            throws IOException {}

    /**
     * All orders.
     *
     * @param stage only those in one of these
     */
    @Get("/")
    @Public
    Future<Page<Order>> list(
            @Query List<Stage> stage,
            @Query @Nullable LocalDate since,
            @Query(orElse = "NEW") Stage first,
            @Query(orElse = "2025-01-31") LocalDate day,
            @Query(orElse = "7") @Min(1) @Max(9) long weight,
            @Header String ifMatch,
            @Cookie @Nullable String theme,
            PageRequest page) {
        throw new UnsupportedOperationException();
    }

    @Get("/keys")
    @CacheFor(value = "1h", shared = true)
    @Timeout("500ms")
    KeyPage<Order> keys(@Query Filter filter) {
        throw new UnsupportedOperationException();
    }

    @Get("/{number}/lines/{line}.csv")
    String csv(UUID number, int line, Request request, User user, Session session, Locale locale) throws IOException {
        throw new IOException();
    }

    @Get("/by/{stage}/{product}")
    @RequireUser(Staff.class)
    Map<String, List<Integer>> by(Stage stage, ProductId product, @Nullable User user) {
        return Map.of();
    }

    @Get("/files/{path...}")
    Response file(String path) {
        return Response.noContent();
    }

    @Post("/")
    @Status(202)
    @RateLimit(value = "100/min", by = RateLimit.By.ADDRESS, burst = 20)
    Future<Outcome<Created<Order>, Refusal>> place(@Body(maxBytes = 10_000) NewOrder order) {
        throw new UnsupportedOperationException();
    }

    @Put("/{id}/lines")
    @OnVirtualThread
    Order replace(long id, @Body List<NewOrder.Line> lines) {
        throw new UnsupportedOperationException();
    }

    @Patch("/raw")
    @CsrfExempt
    void raw(@Body Buffer body) {}

    @Post("/stream")
    Future<Void> stream(@Body ReadStream<Buffer> body) {
        return Future.succeededFuture();
    }

    @Post("/photo")
    Future<NoContent> photo(@Form Upload photo, @Form String title, @Form @Nullable Upload other) {
        return Future.succeededFuture(NoContent.DONE);
    }

    @Delete("/all")
    Future<Deleted> clear() {
        return Future.succeededFuture(Deleted.NONE);
    }

    @Get("/export")
    ReadStream<Order> export() {
        throw new UnsupportedOperationException();
    }

    @Get("/events")
    EventStream<Order> events() {
        throw new UnsupportedOperationException();
    }

    @Get("/today")
    LocalDate today() {
        return LocalDate.now();
    }

    @Get("/count")
    Future<Long> count() {
        return Future.succeededFuture(0L);
    }

    @Get("/stages")
    @Conditional
    List<Stage> stages() {
        return List.of(Stage.values());
    }

    @Get("/home")
    Url home() {
        return OrderViewsUrls.by(Stage.NEW, new ProductId(7));
    }

    @Socket("/live/{id}")
    void live(long id, Conversation<NewOrder.Line, Order> socket) {}
}
