package dev.plectrum.orm.type;

import dev.plectrum.orm.error.UnreadableValueException;
import java.net.URI;
import java.net.URISyntaxException;

/** A URI, stored as text. */
final class UriType extends StringType<URI> {
    UriType() {
        super("text");
    }

    @Override
    String write(URI value) {
        return value.toString();
    }

    @Override
    URI read(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new UnreadableValueException("a text that is no URI (" + e.getReason() + " at " + e.getIndex() + ")");
        }
    }
}
