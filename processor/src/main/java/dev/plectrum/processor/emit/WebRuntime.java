package dev.plectrum.processor.emit;

import com.palantir.javapoet.ClassName;

/** The classes of the web runtime that generated code builds on. The processor knows them by name only. */
final class WebRuntime {
    static final ClassName APP = web("App");
    static final ClassName INPUTS = web("Inputs");
    static final ClassName OUTCOME = web("Outcome");
    static final ClassName REPLY = web("Reply");
    static final ClassName REQUEST = web("Request");
    static final ClassName ROUTE = web("Route");
    static final ClassName ROUTES = web("Routes");
    static final ClassName URL = web("Url");

    static final ClassName PLACE = ClassName.get("dev.plectrum.web.error", "FieldError", "Place");
    static final ClassName TEXT_TYPE = ClassName.get("dev.plectrum.web.input", "TextType");
    static final ClassName TEXT_TYPES = ClassName.get("dev.plectrum.web.input", "TextTypes");
    static final ClassName RATE_LIMIT = ClassName.get("dev.plectrum.web.limit", "RateLimit");
    static final ClassName CONVERSATION = ClassName.get("dev.plectrum.web.socket", "Conversation");
    static final ClassName SOCKET_SPEC = ClassName.get("dev.plectrum.web.socket", "SocketSpec");

    static final ClassName ANSWER_READER = testing("AnswerReader");
    static final ClassName TEST_CLIENT = testing("TestClient");
    static final ClassName TEST_FILE = testing("TestFile");
    static final ClassName TEST_RESPONSE = testing("TestResponse");
    static final ClassName TEST_SOCKET = testing("TestSocket");
    static final ClassName TEST_EVENTS = testing("TestEvents");
    static final ClassName TYPED_RESPONSE = testing("TypedResponse");

    static final ClassName GENERATED_JSON = ClassName.get("dev.plectrum.annotations.web", "GeneratedJson");

    static final ClassName GIVEN = json("Given");
    static final ClassName JSON_CODEC = json("JsonCodec");
    static final ClassName JSON_DECODER = json("JsonDecoder");
    static final ClassName JSON_ENCODER = json("JsonEncoder");
    static final ClassName JSON_NAME = json("JsonName");
    static final ClassName JSON_READER = json("JsonReader");
    static final ClassName JSON_WRITER = json("JsonWriter");
    static final ClassName ROWS_JSON = json("RowsJson");

    private WebRuntime() {}

    private static ClassName web(String name) {
        return ClassName.get("dev.plectrum.web", name);
    }

    private static ClassName json(String name) {
        return ClassName.get("dev.plectrum.web.json", name);
    }

    private static ClassName testing(String name) {
        return ClassName.get("dev.plectrum.web.testing", name);
    }
}
