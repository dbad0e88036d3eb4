package dev.plectrum.processor.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Names of constraints and indexes that the user did not name: {@code product_name_1a2b3c4d_uniq}. They depend on nothing but what
 * they stand for, so that every run and every machine comes to the same, and they fit PostgreSQL's 63 bytes.
 */
final class ConstraintName {
    private static final int MOST_BYTES = 63;

    private ConstraintName() {}

    static String of(String table, List<String> columns, String what, String suffix) {
        String tail = "_" + hash(table + "|" + columns + "|" + what) + "_" + suffix;
        String name = cut(String.join("_", table, String.join("_", columns)), MOST_BYTES - bytes(tail));
        while (name.endsWith("_")) {
            name = name.substring(0, name.length() - 1);
        }
        return name + tail;
    }

    static String primaryKey(String table) {
        return cut(table, MOST_BYTES - "_pkey".length()) + "_pkey";
    }

    private static String cut(String name, int bytes) {
        String cut = name;
        while (bytes(cut) > bytes) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return cut;
    }

    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
