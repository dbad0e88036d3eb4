package dev.plectrum.web.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plectrum.web.Application;
import dev.plectrum.web.Inputs;
import dev.plectrum.web.Reply;
import dev.plectrum.web.Request;
import dev.plectrum.web.Route;
import dev.plectrum.web.Servers;
import dev.plectrum.web.error.FieldError.Place;
import dev.plectrum.web.input.TextTypes;
import dev.plectrum.web.testing.TestClient;
import dev.plectrum.web.testing.TestResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people read, in their language. */
class MessagesTest {
    @RegisterExtension
    static final Servers servers = new Servers();

    private enum Sort {
        NAME,
        PRICE
    }

    /** What generated code does for a view with constraints. */
    private static String ask(Request request) {
        Inputs in = request.inputs();
        in.query().required("name", TextTypes.STRING);
        in.query().optional("sort", TextTypes.constant(Sort.class));
        in.query().invalid("count", "too-small", "must be at least 1", Map.of("min", 1));
        in.query()
                .invalid(
                        "price",
                        "too-many-digits",
                        "must have at most 2 digits before the point and 2 after it",
                        Map.of("integer", 2, "fraction", 2));
        in.errors(Place.QUERY).add("price", "too-large", "is too dear");
        in.query().invalid("size", "too-long", "must have at most 9 characters", Map.of("max", 9));
        in.check();
        return "never";
    }

    private static Application application() {
        return Servers.application(Route.get("/").open().value(MessagesTest::ask, Reply.text()))
                // region messages
                .options(options -> options.locales(List.of(Locale.ENGLISH, Locale.GERMAN)))
                .messages(Locale.ENGLISH, Map.of("is required", "is missing"))
                .messages(
                        Locale.GERMAN,
                        Map.of(
                                "is required", "fehlt",
                                "must be at least {min}", "muss mindestens {min} sein",
                                "must be one of {choices}", "muss eins von {choices} sein",
                                "must have at most {integer} digits before the point and {fraction} after it",
                                        "darf höchstens {integer} Stellen vor und {fraction} nach dem Komma haben",
                                "The request has {errors} errors", "Die Anfrage hat {errors} Fehler",
                                "is too dear", "ist zu teuer")) // the message = "is too dear" of an annotation
        // endregion
        ;
    }

    @Test
    void whatIsWrongIsSaidInTheClientsLanguageAndInEnglishWhereNobodyTranslatedIt() {
        TestClient client = servers.memory(application());
        TestResponse german =
                client.header("Accept-Language", "de-CH, en;q=0.5").get("/?sort=SIZE");
        assertThat(german.fieldErrors())
                .containsExactly(
                        "query name: fehlt",
                        "query sort: muss eins von NAME, PRICE sein",
                        "query count: muss mindestens 1 sein",
                        "query price: darf höchstens 2 Stellen vor und 2 nach dem Komma haben",
                        "query price: ist zu teuer",
                        "query size: must have at most 9 characters");
        assertThat(german.json().getString("detail")).isEqualTo("Die Anfrage hat 6 Fehler");
        assertThat(german.problem()).as("a code is for programs").isEqualTo("invalid-input");
        assertThat(german.header("Content-Language")).isEqualTo("de");
        assertThat(german.header("Vary")).contains("Accept-Language");
        assertThat(client.header("Accept", "text/html").get("/").text()).contains("<p>query name: fehlt</p>");
    }

    @Test
    void oursCanBeOtherWordsInEnglishToo() {
        TestResponse english = servers.memory(application()).get("/");
        assertThat(english.fieldErrors()).startsWith("query name: is missing", "query count: must be at least 1");
        assertThat(english.header("Content-Language")).isEqualTo("en");
    }

    @Test
    void whatNobodyWouldReadIsRefused() {
        assertThatThrownBy(() -> servers.memory(application().messages(Locale.FRENCH, Map.of("is required", "manque"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("There are messages in fr, which is not one of the languages that are spoken: add it with"
                        + " options.locales(…)");
        assertThatThrownBy(() ->
                        application().messages(Locale.GERMAN, Map.of("must be at most {max}", "höchstens {most}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "\"höchstens {most}\" names the value {most}, which \"must be at most {max}\" does not have");
    }
}
