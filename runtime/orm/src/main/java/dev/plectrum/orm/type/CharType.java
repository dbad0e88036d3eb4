package dev.plectrum.orm.type;

import dev.plectrum.orm.error.UnreadableValueException;

/** A Java {@code char}, stored as text of one character. */
final class CharType extends StringType<Character> {
    CharType() {
        super("text");
    }

    @Override
    String write(Character value) {
        return value.toString();
    }

    @Override
    Character read(String text) {
        if (text.length() != 1) {
            throw new UnreadableValueException("a text of " + text.length() + " chars, where a char is exactly one");
        }
        return text.charAt(0);
    }
}
