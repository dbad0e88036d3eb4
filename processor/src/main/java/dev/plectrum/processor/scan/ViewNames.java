package dev.plectrum.processor.scan;

import java.util.List;

/** The qualified names that the scanners of views look for. */
final class ViewNames {
    static final String ANNOTATIONS = Names.ANNOTATIONS + "web.";
    static final String VIEW = ANNOTATIONS + "View";
    static final String JSON = ANNOTATIONS + "Json";
    static final String GENERATED_JSON = ANNOTATIONS + "GeneratedJson";
    static final String JSON_KIND = ANNOTATIONS + "JsonKind";
    static final String APPLICATION = ANNOTATIONS + "Application";
    static final String TEST_CLIENTS = ANNOTATIONS + "TestClients";
    static final String SOCKET = ANNOTATIONS + "Socket";
    static final List<String> VERBS = List.of("Get", "Post", "Put", "Patch", "Delete", "Head", "Options", "Socket");

    static final String WEB = "dev.plectrum.web.";
    static final String REQUEST = WEB + "Request";
    static final String USER = WEB + "security.User";
    static final String SESSION = WEB + "session.Session";
    static final String IF_MATCH = WEB + "IfMatch";
    static final String UPLOAD = WEB + "Upload";
    static final String TEXT_TYPE = WEB + "input.TextType";
    static final String EXAMPLE = ANNOTATIONS + "Example";
    static final String GIVEN = WEB + "json.Given";
    static final String CONVERSATION = WEB + "socket.Conversation";

    static final String ORM = "dev.plectrum.orm.";
    static final String PAGE_REQUEST = ORM + "PageRequest";
    static final String QUERY_SET = ORM + "QuerySet";
    static final String DRAFT = ORM + "Draft";

    static final String FUTURE = "io.vertx.core.Future";
    static final String BUFFER = "io.vertx.core.buffer.Buffer";
    static final String READ_STREAM = "io.vertx.core.streams.ReadStream";

    private ViewNames() {}
}
