package dev.plectrum.benchmarks.twin;

import static dev.plectrum.benchmarks.twin.Bytes.ascii;

import io.vertx.core.buffer.Buffer;
import java.util.List;

/** Typed values to the bytes of an answer. One per event loop. */
public final class Answers {
    private static final byte[] HELLO = ascii("{\"message\":\"Hello, World!\"}");
    private static final byte[] ID = ascii("{\"id\":");
    private static final byte[] RANDOM_NUMBER = ascii(",\"randomNumber\":");
    private static final byte[] NAME = ascii(",\"name\":");
    private static final byte[] CATEGORY = ascii(",\"category\":");
    private static final byte[] PRICE = ascii(",\"price\":");
    private static final byte[] STOCK = ascii(",\"stock\":");
    private static final byte[] CREATED = ascii(",\"created\":");
    private static final byte[] GROSS = ascii(",\"gross\":");
    private static final byte[] TITLE = ascii(",\"title\":");
    private static final byte[] BODY = ascii(",\"body\":");
    private static final byte[] PUBLISHED = ascii(",\"published\":");
    private static final byte[] AUTHOR = ascii(",\"author\":");
    private static final byte[] EMAIL = ascii(",\"email\":");
    private static final byte[] TAGS = ascii(",\"tags\":[");
    private static final byte[] INSERTED = ascii("{\"inserted\":");
    private static final byte[] PAGE_START = ascii("<!DOCTYPE html><html><head><title>Fortunes</title></head><body>"
            + "<table><tr><th>id</th><th>message</th></tr>");
    private static final byte[] PAGE_END = ascii("</table></body></html>");
    private static final byte[] ROW_START = ascii("<tr><td>");
    private static final byte[] CELL = ascii("</td><td>");
    private static final byte[] ROW_END = ascii("</td></tr>");

    private final Bytes bytes = new Bytes();

    Buffer hello() {
        return bytes.clear().raw(HELLO).toBuffer();
    }

    Buffer world(World world) {
        bytes.clear();
        write(world);
        return bytes.toBuffer();
    }

    Buffer worlds(World[] worlds) {
        bytes.clear().raw('[');
        for (int i = 0; i < worlds.length; i++) {
            separate(i);
            write(worlds[i]);
        }
        return bytes.raw(']').toBuffer();
    }

    Buffer fortunes(List<Fortune> sorted) {
        bytes.clear().raw(PAGE_START);
        for (Fortune fortune : sorted) {
            bytes.raw(ROW_START)
                    .number(fortune.id())
                    .raw(CELL)
                    .html(fortune.message())
                    .raw(ROW_END);
        }
        return bytes.raw(PAGE_END).toBuffer();
    }

    /** One product as a JSON object. */
    public Buffer product(Product product) {
        bytes.clear();
        write(product);
        return bytes.toBuffer();
    }

    /** Products as a JSON array. */
    public Buffer products(List<Product> products) {
        bytes.clear().raw('[');
        for (int i = 0; i < products.size(); i++) {
            separate(i);
            write(products.get(i));
        }
        return bytes.raw(']').toBuffer();
    }

    Buffer authoredPosts(List<AuthoredPost> posts) {
        bytes.clear().raw('[');
        for (int i = 0; i < posts.size(); i++) {
            separate(i);
            write(posts.get(i));
        }
        return bytes.raw(']').toBuffer();
    }

    Buffer taggedPosts(List<TaggedPost> posts) {
        bytes.clear().raw('[');
        for (int i = 0; i < posts.size(); i++) {
            separate(i);
            write(posts.get(i));
        }
        return bytes.raw(']').toBuffer();
    }

    Buffer inserted(int count) {
        return bytes.clear().raw(INSERTED).number(count).raw('}').toBuffer();
    }

    private void separate(int index) {
        if (index > 0) {
            bytes.raw(',');
        }
    }

    private void write(World world) {
        bytes.raw(ID)
                .number(world.id())
                .raw(RANDOM_NUMBER)
                .number(world.randomNumber())
                .raw('}');
    }

    private void write(Product product) {
        bytes.raw(ID)
                .number(product.id())
                .raw(NAME)
                .string(product.name())
                .raw(CATEGORY)
                .string(product.category())
                .raw(PRICE)
                .decimal(product.price())
                .raw(STOCK)
                .number(product.stock())
                .raw(CREATED)
                .time(product.created())
                .raw(GROSS)
                .decimal(product.gross())
                .raw('}');
    }

    private void write(AuthoredPost authored) {
        Post post = authored.post();
        Author author = authored.author();
        bytes.raw(ID)
                .number(post.id())
                .raw(TITLE)
                .string(post.title())
                .raw(BODY)
                .string(post.body())
                .raw(PUBLISHED)
                .time(post.published())
                .raw(AUTHOR)
                .raw(ID)
                .number(author.id())
                .raw(NAME)
                .string(author.name())
                .raw(EMAIL)
                .string(author.email())
                .raw('}')
                .raw('}');
    }

    private void write(TaggedPost tagged) {
        bytes.raw(ID)
                .number(tagged.post().id())
                .raw(TITLE)
                .string(tagged.post().title())
                .raw(TAGS);
        for (int i = 0; i < tagged.tags().size(); i++) {
            separate(i);
            bytes.string(tagged.tags().get(i).name());
        }
        bytes.raw(']').raw('}');
    }
}
