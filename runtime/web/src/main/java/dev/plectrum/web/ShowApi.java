package dev.plectrum.web;

import dev.plectrum.web.api.ApiDocument;
import java.io.PrintStream;
import java.util.List;

/** Prints the description of the API, for instance to be kept and compared. */
final class ShowApi implements Command {
    @Override
    public String name() {
        return "openapi";
    }

    @Override
    public String summary() {
        return "prints the OpenAPI document that was written when the views were compiled";
    }

    @Override
    public int run(Application application, List<String> args, PrintStream out, PrintStream err) {
        out.print(ApiDocument.of(Thread.currentThread().getContextClassLoader()).text());
        return 0;
    }
}
