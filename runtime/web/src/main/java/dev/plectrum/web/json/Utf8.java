package dev.plectrum.web.json;

/** Whether bytes are UTF-8: jackson-core lets overlong forms and encoded surrogates through. */
final class Utf8 {
    private Utf8() {}

    static boolean isValid(byte[] bytes, int offset, int length) {
        int i = offset;
        int end = offset + length;
        while (i < end) {
            int first = bytes[i++];
            if (first >= 0) {
                continue;
            }
            int more;
            int least;
            int point;
            if ((first & 0xe0) == 0xc0) {
                more = 1;
                least = 0x80;
                point = first & 0x1f;
            } else if ((first & 0xf0) == 0xe0) {
                more = 2;
                least = 0x800;
                point = first & 0x0f;
            } else if ((first & 0xf8) == 0xf0) {
                more = 3;
                least = 0x10000;
                point = first & 0x07;
            } else {
                return false;
            }
            if (end - i < more) {
                return false;
            }
            for (; more > 0; more--) {
                int next = bytes[i++];
                if ((next & 0xc0) != 0x80) {
                    return false;
                }
                point = point << 6 | (next & 0x3f);
            }
            if (point < least || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) {
                return false;
            }
        }
        return true;
    }
}
