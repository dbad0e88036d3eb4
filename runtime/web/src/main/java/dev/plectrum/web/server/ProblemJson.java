package dev.plectrum.web.server;

import dev.plectrum.web.error.FieldError;
import dev.plectrum.web.error.Problem;
import dev.plectrum.web.json.JsonEncoder;
import dev.plectrum.web.json.JsonWriter;

/** Writes problems as RFC 9457 asks. */
final class ProblemJson implements JsonEncoder<Problem> {
    static final ProblemJson ENCODER = new ProblemJson();

    private ProblemJson() {}

    @Override
    public void write(JsonWriter out, Problem problem) {
        out.startObject();
        out.field("type").string("urn:problem:" + problem.code());
        out.field("title").string(problem.title());
        out.field("status").number(problem.status());
        if (problem.detail() != null) {
            out.field("detail").string(problem.detail());
        }
        problem.members().forEach((name, value) -> out.field(name).any(value));
        if (!problem.errors().isEmpty()) {
            out.field("errors").startArray();
            problem.errors().forEach(error -> error(out, error));
            out.endArray();
        }
        out.endObject();
    }

    private static void error(JsonWriter out, FieldError error) {
        out.startObject();
        out.field("in").string(error.place().text());
        out.field("field").string(error.field());
        out.field("code").string(error.code());
        out.field("detail").string(error.detail());
        if (!error.values().isEmpty()) {
            out.field("values").any(error.values());
        }
        out.endObject();
    }
}
