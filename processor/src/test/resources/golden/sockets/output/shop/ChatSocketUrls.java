package shop;

import dev.plectrum.web.Url;
import javax.annotation.processing.Generated;

/** The URLs of {@link ChatSocket}. */
@Generated("dev.plectrum")
final class ChatSocketUrls {
    private ChatSocketUrls() {}

    /** {@code /rooms/{room}} */
    static Url joined(long room) {
        return Url.path("/rooms/").segment(room);
    }
}
