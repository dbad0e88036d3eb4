package dev.plectrum.orm.query;

import java.util.Set;

/** Names as SQL writes them. */
public final class Identifiers {
    // What PostgreSQL 14 to 18 reserves or treats as a function or type name; quoting one word too many is harmless.
    private static final Set<String> RESERVED =
            Set.of(("all analyse analyze and any array as asc asymmetric authorization"
                            + " binary both case cast check collate collation column concurrently constraint create cross"
                            + " current_catalog current_date current_role current_schema current_time current_timestamp"
                            + " current_user default deferrable desc distinct do else end except false fetch for foreign freeze"
                            + " from full grant group having ilike in initially inner intersect into is isnull join lateral"
                            + " leading left like limit localtime localtimestamp natural not notnull null offset on only or order"
                            + " outer overlaps placing primary references returning right select session_user similar some"
                            + " symmetric system_user table tablesample then to trailing true union unique user using variadic"
                            + " verbose when where window with")
                    .split(" "));

    private Identifiers() {}

    /** The name, in double quotes where PostgreSQL would otherwise read it as something else. */
    public static String quote(String name) {
        if (isPlain(name)) {
            return name;
        }
        return quoteAlways(name);
    }

    /** The name in double quotes. */
    static String quoteAlways(String name) {
        if (name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("A name cannot contain a NUL character");
        }
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static boolean isPlain(String name) {
        if (name.isEmpty() || RESERVED.contains(name)) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = c == '_' || (c >= 'a' && c <= 'z');
            if (!letter && (i == 0 || c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }
}
