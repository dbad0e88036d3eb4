package dev.plectrum.processor.expression;

import java.util.Set;

/** The name of a column as SQL writes it. */
public final class Identifier {
    /** PostgreSQL's keywords of every category but "unreserved", of all versions from 14 to 18: what its own quote_ident quotes. */
    private static final Set<String> KEYWORDS = Set.of(
            ("all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean both case cast "
                            + "char character check coalesce collate collation column concurrently constraint create cross "
                            + "current_catalog current_date current_role current_schema current_time current_timestamp "
                            + "current_user dec decimal default deferrable desc distinct do else end except exists extract "
                            + "false fetch float for foreign freeze from full grant greatest group grouping having ilike in "
                            + "initially inner inout int integer intersect interval into is isnull join json json_array "
                            + "json_arrayagg json_exists json_object json_objectagg json_query json_scalar json_serialize "
                            + "json_table json_value lateral leading least left like limit localtime localtimestamp "
                            + "merge_action national natural nchar none normalize not notnull null nullif numeric offset on "
                            + "only or order out outer overlaps overlay placing position precision primary real references "
                            + "returning right row select session_user setof similar smallint some substring symmetric "
                            + "system_user table tablesample then time timestamp to trailing treat trim true union unique "
                            + "user using values varchar variadic verbose when where window with xmlattributes xmlconcat "
                            + "xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable")
                    .split(" "));

    private Identifier() {}

    /** The name, between double quotes only if PostgreSQL would read it as something else without. */
    public static String quoted(String name) {
        boolean plain = isPlain(name) && !KEYWORDS.contains(name);
        return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    // Asked many times for each column, so not by a regular expression.
    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean fits = (c >= 'a' && c <= 'z') || c == '_' || (i > 0 && c >= '0' && c <= '9');
            if (!fits) {
                return false;
            }
        }
        return !name.isEmpty();
    }
}
