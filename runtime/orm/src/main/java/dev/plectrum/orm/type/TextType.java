package dev.plectrum.orm.type;

import dev.plectrum.orm.error.UnstorableValueException;

/** Text, if need be with a longest length. */
final class TextType extends StringType<String> {
    private static final TextType ANY_VARCHAR = new TextType("varchar", Integer.MAX_VALUE);

    private final int maxLength;

    private TextType(String name, int maxLength) {
        super(name);
        this.maxLength = maxLength;
    }

    private TextType(String name, String readCast) {
        super(name, readCast);
        this.maxLength = Integer.MAX_VALUE;
    }

    static TextType text() {
        return new TextType("text", Integer.MAX_VALUE);
    }

    static TextType varchar(int maxLength) {
        if (maxLength < 1) {
            throw new IllegalArgumentException("varchar needs a length of at least 1");
        }
        return new TextType("varchar", maxLength);
    }

    static TextType citext() {
        return new TextType("citext", "::text");
    }

    @Override
    public DbType<String> unlimited() {
        return maxLength == Integer.MAX_VALUE ? this : ANY_VARCHAR;
    }

    @Override
    String write(String value) {
        // PostgreSQL counts code points. It would refuse a longer text, but silently cut one whose excess is spaces.
        if (value.length() > maxLength) {
            int length = value.codePointCount(0, value.length());
            if (length > maxLength) {
                throw new UnstorableValueException(
                        length + " characters, where varchar(" + maxLength + ") holds " + maxLength);
            }
        }
        return value;
    }

    @Override
    String read(String text) {
        return text;
    }
}
