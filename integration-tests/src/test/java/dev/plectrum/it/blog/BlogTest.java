package dev.plectrum.it.blog;

import static dev.plectrum.testing.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plectrum.orm.Deleted;
import dev.plectrum.orm.error.NotLoadedException;
import dev.plectrum.orm.error.ProtectedException;
import dev.plectrum.orm.exec.Database;
import dev.plectrum.testing.PlectrumTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@PlectrumTest
class BlogTest {
    private static Post post(Database db, Author author, String title) {
        return await(new PostQuerySet(db).acreate(p -> p.title(title).rating(1).author(author)));
    }

    private static Author author(Database db, String name) {
        return await(new AuthorQuerySet(db).acreate(a -> a.name(name)));
    }

    @Test
    void everyKindOfRelationGoesThroughGeneratedCode(Database db) {
        await(db.createSchema(List.of(
                AuthorMapping.INSTANCE,
                CountryMapping.INSTANCE,
                ProfileMapping.INSTANCE,
                PostMapping.INSTANCE,
                TagMapping.INSTANCE,
                EndorsementMapping.INSTANCE,
                CommentMapping.INSTANCE)));
        PostQuerySet posts = new PostQuerySet(db);
        AuthorQuerySet authors = new AuthorQuerySet(db);
        CommentQuerySet comments = new CommentQuerySet(db);
        CountryQuerySet countries = new CountryQuerySet(db);
        Author ada = author(db, "Ada");
        Author bob = author(db, "Bob");
        Profile profile =
                await(new ProfileQuerySet(db).acreate(p -> p.motto("Compute").author(ada)));
        Country country = await(countries.acreate(c -> c.code("NZ").name("New Zealand")));
        Post first = post(db, ada, "First");
        Post second = await(posts.acreate(
                p -> p.title("Second").rating(2).author(bob).editor(ada).country(country)));

        Author again = await(authors.aget(ada.id));
        assertThatThrownBy(() -> again.profile.get()).isInstanceOf(NotLoadedException.class);
        assertThat(await(again.profile.aget()).id).isEqualTo(profile.id);
        assertThat(await(authors.filter(a -> a.profile().motto.eq("Compute")).acount()))
                .isEqualTo(1);

        assertThat(second.country.id()).isEqualTo("NZ");
        assertThat(await(posts.filter(p -> p.country().name.startsWith("New")).aget()).id)
                .isEqualTo(second.id);
        assertThat(await(posts.filter(p -> p.country.eq(country)).acount())).isEqualTo(1);
        assertThatThrownBy(() -> await(countries.adelete(country)))
                .isInstanceOf(ProtectedException.class)
                .hasMessageContaining("Country cannot be deleted: Post.country says PROTECT");

        await(ada.friends.aadd(bob));
        assertThat(await(await(authors.aget(ada.id)).friends.alist()))
                .extracting(a -> a.name)
                .containsExactly("Bob");
        assertThat(await(bob.friends.alist())).isEmpty();
        await(ada.friends.aclear());
        assertThat(await(await(authors.aget(ada.id)).friends.alist())).isEmpty();

        await(first.endorsers.aadd(bob));
        assertThat(await(posts.filter(p -> p.endorsers().name.eq("Bob")).alist()))
                .extracting(p -> p.title)
                .containsExactly("First");

        Comment top = await(comments.acreate(c -> c.body("Hm").spam(false).post(first)));
        Comment reply = await(
                comments.acreate(c -> c.body("Well").spam(true).post(first).parent(top)));
        assertThat(reply.parent().id()).isEqualTo(top.id());
        List<Comment> read = await(comments.prefetchRelated(c -> c.replies()).alist());
        assertThat(read.get(0).replies().get()).extracting(Comment::id).containsExactly(reply.id());
        assertThatThrownBy(() -> await(comments.adelete(top)))
                .isInstanceOf(ProtectedException.class)
                .hasMessageContaining("RESTRICT");

        Deleted deleted = await(authors.adelete(ada));
        assertThat(deleted.byModel())
                .isEqualTo(Map.of("Author", 1L, "Profile", 1L, "Post", 1L, "Comment", 2L, "Endorsement", 1L));
        assertThat(await(posts.aget()).editor).isNull();
    }
}
