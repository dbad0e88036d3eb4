package dev.plectrum.it.blog;

import dev.plectrum.annotations.web.Body;
import dev.plectrum.annotations.web.Delete;
import dev.plectrum.annotations.web.Get;
import dev.plectrum.annotations.web.Patch;
import dev.plectrum.annotations.web.Public;
import dev.plectrum.annotations.web.Put;
import dev.plectrum.annotations.web.Query;
import dev.plectrum.annotations.web.RequirePermission;
import dev.plectrum.annotations.web.RequireUser;
import dev.plectrum.annotations.web.View;
import dev.plectrum.orm.KeyPage;
import dev.plectrum.orm.Page;
import dev.plectrum.orm.PageRequest;
import dev.plectrum.orm.exec.Database;
import dev.plectrum.web.Created;
import dev.plectrum.web.EventStream;
import dev.plectrum.web.NoContent;
import dev.plectrum.web.Outcome;
import dev.plectrum.web.Response;
import dev.plectrum.web.Url;
import dev.plectrum.web.security.User;
import io.vertx.core.Future;
import io.vertx.core.streams.ReadStream;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Posts, and every kind of result that a view can have. */
@View("/posts")
public class PostViews {
    private final Database db;
    private final PostQuerySet posts;
    private final CommentQuerySet comments;

    PostViews(Database db, PostQuerySet posts, CommentQuerySet comments) {
        this.db = db;
        this.posts = posts;
        this.comments = comments;
    }

    /**
     * Posts, a page at a time. Newest last.
     *
     * @param text only those whose title has this in it
     */
    @Get("/")
    @Public
    Future<Page<Post>> list(
            @Query("q") @Nullable String text, @Query @Min(1) @Max(5) @Nullable Integer rating, PageRequest page) {
        PostQuerySet found = text == null ? posts : posts.filter(p -> p.title.icontains(text));
        return (rating == null ? found : found.filter(p -> p.rating.eq(rating))).apage(page);
    }

    /** Posts by key. */
    @Get("/after")
    @Public
    Future<KeyPage<Post>> after(@Query @Nullable String key) {
        return posts.akeyPage(key, 2);
    }

    /** One post. */
    @Get("/{id}")
    @Public
    Future<Post> detail(long id) {
        return posts.aget(id);
    }

    /** The best one, or nothing. */
    @Get("/best")
    @Public
    Future<@Nullable Post> best() {
        return posts.orderBy(p -> p.rating.desc()).afirst();
    }

    /** Writes a post and its comments, or neither. */
    @dev.plectrum.annotations.web.Post("/")
    @RequirePermission("blog.add_post")
    Future<Created<Post>> create(@Body NewPost body) {
        Long editor = body.editor();
        String country = body.country();
        return db.atomic(() -> posts.acreate(p -> p.title(body.title())
                                .rating(body.rating())
                                .author(AuthorQuerySet.ref(body.author()))
                                .editor(editor == null ? null : AuthorQuerySet.ref(editor))
                                .country(country == null ? null : CountryQuerySet.ref(country)))
                        .compose(post -> comment(post, body.comments()).map(post)))
                .map(post -> Created.at(PostViewsUrls.detail(post.id), post));
    }

    private Future<?> comment(Post post, List<NewPost.NewComment> written) {
        Future<?> done = Future.succeededFuture();
        for (NewPost.NewComment comment : written) {
            done = done.compose(before -> comments.acreate(
                    c -> c.body(comment.body()).spam(comment.spam()).post(post)));
        }
        return done;
    }

    /** Changes what is mentioned. */
    @Patch("/{id}")
    @RequirePermission("blog.change_post")
    Future<Post> change(long id, @Body PostPatch patch) {
        return posts.aget(id).compose(post -> {
            patch.title().ifPresent(title -> post.title = title);
            patch.rating().ifPresent(rating -> post.rating = rating);
            patch.editor().ifPresent(editor -> post.editor = editor == null ? null : AuthorQuerySet.ref(editor));
            return posts.asave(post);
        });
    }

    /** Deletes a post. */
    @Delete("/{id}")
    @RequireUser(Admins.class)
    Future<Void> remove(long id) {
        return posts.aget(id).compose(posts::adelete).mapEmpty();
    }

    /** Says nothing in so many words. */
    @Put("/{id}/seen")
    NoContent seen(long id) {
        return NoContent.DONE;
    }

    /** Nothing, from who does not read. */
    @Put("/{id}/nothing")
    @Nullable Refusal nothing(long id) {
        return null;
    }

    /** Praises a post, unless it is praised enough. */
    @dev.plectrum.annotations.web.Post("/{id}/praise")
    Future<Outcome<Post, Refusal>> praise(long id, User user) {
        return posts.aget(id).compose(post -> {
            if (post.rating >= 5) {
                return Future.succeededFuture(
                        Outcome.failure(new Refusal(user.id() + " cannot praise it any more", post.id + 1)));
            }
            post.rating++;
            return posts.asave(post).map(Outcome::success);
        });
    }

    /** All of them, as they come from the database. */
    @Get("/export")
    @Public
    ReadStream<Post> export() {
        return posts.rows();
    }

    /** Titles, as events. */
    @Get("/events")
    @Public
    EventStream<Title> events() {
        return EventStream.push(10, stream -> posts.astream(post -> {
                    stream.send(EventStream.Event.of(new Title(post.title)).id(post.id));
                    return Future.succeededFuture();
                })
                .onSuccess(count -> stream.end())
                .onFailure(stream::fail));
    }

    /** A title. */
    public record Title(String title) {}

    /** As a page for people. */
    @Get("/{id}.html")
    @Public
    Future<Response> page(long id) {
        return posts.aget(id).map(post -> Response.text(post.title));
    }

    /** Where the newest is. */
    @Get("/newest")
    @Public
    Future<Url> newest() {
        return posts.orderBy(p -> p.id.desc()).slice(0, 1).aget().map(post -> PostViewsUrls.detail(post.id));
    }

    /** How many there are. */
    @Get("/count")
    @Public
    Future<Long> count() {
        return posts.acount();
    }
}
