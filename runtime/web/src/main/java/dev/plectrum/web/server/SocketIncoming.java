package dev.plectrum.web.server;

import dev.plectrum.web.Body;
import dev.plectrum.web.Upload;
import dev.plectrum.web.WebOptions;
import dev.plectrum.web.error.Problem;
import dev.plectrum.web.error.ProblemException;
import dev.plectrum.web.input.Fields;
import dev.plectrum.web.input.UnreadableException;
import dev.plectrum.web.socket.SocketSpec;
import io.netty.handler.codec.DecoderException;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.streams.ReadStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A request off a real socket. */
final class SocketIncoming implements Incoming {
    private static final System.Logger LOG = System.getLogger("dev.plectrum.web");

    /** How long a client may go on sending a body that nobody reads, before its connection is cut. */
    private static final long LINGER = 5_000;

    private static final Pattern BOUNDARY = Pattern.compile("(?i);\\s*boundary=(?:\"([^\"]+)\"|([^\";,\\s]+))");
    private static final CharSequence VERSION = HttpHeaders.createOptimized("sec-websocket-version");
    private static final CharSequence PROTOCOL = HttpHeaders.createOptimized("sec-websocket-protocol");

    private final HttpServerRequest http;
    private final ContextInternal context;
    private final WebOptions options;
    private final LiveStreams live;
    private final boolean secure;
    private final boolean hasBody;
    private List<Path> files = List.of();
    private final Runnable ended;
    private boolean isOver;

    SocketIncoming(
            HttpServerRequest http,
            ContextInternal context,
            WebOptions options,
            LiveStreams live,
            boolean secure,
            Runnable ended) {
        this.http = http;
        this.secure = secure;
        this.context = context;
        this.options = options;
        this.live = live;
        this.ended = ended;
        MultiMap headers = http.headers();
        String length = headers.get(HttpHeaders.CONTENT_LENGTH);
        hasBody = length != null ? !length.equals("0") : headers.contains(HttpHeaders.TRANSFER_ENCODING);
        if (hasBody) {
            http.pause(); // until somebody wants it
        }
    }

    @Override
    public HttpMethod method() {
        return http.method();
    }

    @Override
    public String uri() {
        return http.uri();
    }

    @Override
    public MultiMap headers() {
        return http.headers();
    }

    @Override
    public boolean isSecure() {
        return secure;
    }

    @Override
    public String peerAddress() {
        var address = http.remoteAddress();
        return address == null ? "" : address.hostAddress() == null ? address.toString() : address.hostAddress();
    }

    // ---- in

    private static ProblemException tooLarge(long limit) {
        return Problem.of(413, "too-large")
                .detail("The body has more than " + limit + " bytes")
                .exception();
    }

    /** Fails early if the client says that its body is too large, and lets one go on that asked. */
    private void expect(long limit) {
        String length = http.getHeader(HttpHeaders.CONTENT_LENGTH);
        // Nineteen digits are more bytes than there are; the server has checked that they are digits.
        if (length != null && (length.length() > 18 || Long.parseLong(length) > limit)) {
            throw tooLarge(limit);
        }
        if ("100-continue".equalsIgnoreCase(http.getHeader(HttpHeaders.EXPECT))) {
            http.response().writeContinue();
        }
    }

    @Override
    public Future<Buffer> body(long limit) {
        if (!hasBody) {
            return Future.succeededFuture(Buffer.buffer(0));
        }
        try {
            expect(limit);
        } catch (ProblemException e) {
            return Future.failedFuture(e);
        }
        Promise<Buffer> promise = context.promise();
        var body = Buffer.buffer();
        http.handler(chunk -> {
            if (body.length() + (long) chunk.length() > limit) {
                http.pause();
                promise.tryFail(tooLarge(limit));
            } else {
                body.appendBuffer(chunk);
            }
        });
        http.exceptionHandler(
                cause -> promise.tryFail(cause instanceof DecoderException ? malformedBody(cause) : cause));
        http.endHandler(v -> promise.tryComplete(body));
        http.resume();
        return promise.future();
    }

    @Override
    public Future<Form> form(long limit) {
        if (!hasBody) {
            return Future.succeededFuture(Form.EMPTY);
        }
        String type = http.getHeader(HttpHeaders.CONTENT_TYPE);
        String media = type == null ? "" : type.toLowerCase(Locale.ROOT);
        if (media.startsWith("application/x-www-form-urlencoded")) {
            return body(Math.min(limit, options.maxBody())).map(this::urlencoded);
        } else if (media.startsWith("multipart/form-data")) {
            Matcher boundary = BOUNDARY.matcher(type);
            return boundary.find()
                    ? multipart(limit, boundary.group(1) == null ? boundary.group(2) : boundary.group(1))
                    : Future.failedFuture(Problem.of(400, "malformed-form")
                            .detail("The form's content type names no boundary")
                            .exception());
        }
        return Future.failedFuture(Problem.of(415, "unsupported-media-type")
                .detail("The body must be a form: application/x-www-form-urlencoded or multipart/form-data")
                .exception());
    }

    private Form urlencoded(Buffer body) {
        try {
            // One char a byte: the parser decodes percent-encoded and bare UTF-8 alike.
            String text = body.toString(StandardCharsets.ISO_8859_1);
            return new Form(Fields.parse(text, options.maxFields()), List.of());
        } catch (UnreadableException e) {
            throw Problem.of(400, e.code()).detail("The form " + e.detail()).exception();
        }
    }

    private Future<Form> multipart(long limit, String boundary) {
        try {
            expect(limit);
            http.setExpectMultipart(true);
        } catch (ProblemException e) {
            return Future.failedFuture(e);
        } catch (RuntimeException e) {
            return Future.failedFuture(malformedForm(e));
        }
        Promise<Form> promise = context.promise();
        List<Upload> uploads = new ArrayList<>();
        List<Future<?>> writing = new ArrayList<>();
        long[] read = {0};
        var end = new FormEnd(boundary);
        http.handler(chunk -> {
            read[0] += chunk.length();
            end.read(chunk);
            if (read[0] > limit) {
                http.pause();
                promise.tryFail(tooLarge(limit));
            }
        });
        http.uploadHandler(upload -> {
            if (writing.size() >= options.maxUploads()) {
                http.pause();
                promise.tryFail(Problem.of(413, "too-many-uploads")
                        .detail("The form has more than " + options.maxUploads() + " files")
                        .exception());
                return;
            }
            writing.add(keep(upload, uploads));
        });
        http.exceptionHandler(cause -> promise.tryFail(malformedForm(cause)));
        http.endHandler(v -> Future.join(writing).onComplete((all, cause) -> {
            if (cause != null) {
                promise.tryFail(cause);
            } else if (!end.isThere()) {
                promise.tryFail(malformedForm(null));
            } else {
                complete(promise, uploads);
            }
        }));
        http.resume();
        return promise.future();
    }

    private void complete(Promise<Form> promise, List<Upload> uploads) {
        try {
            promise.tryComplete(new Form(Fields.of(http.formAttributes(), options.maxFields()), List.copyOf(uploads)));
        } catch (UnreadableException e) {
            promise.tryFail(
                    Problem.of(400, e.code()).detail("The form " + e.detail()).exception());
        }
    }

    private static ProblemException malformedBody(Throwable cause) {
        return Problem.of(400, "malformed-request")
                .detail("The body is not what its headers say")
                .exception(cause);
    }

    private static ProblemException malformedForm(@Nullable Throwable cause) {
        Problem problem = Problem.of(400, "malformed-form").detail("The form is not well-formed");
        return cause == null ? problem.exception() : problem.exception(cause);
    }

    /** Streams a file to disk. Its name there is ours: the client's is for display. */
    private Future<?> keep(HttpServerFileUpload upload, List<Upload> uploads) {
        Path path;
        try {
            path = Files.createTempFile("upload", null);
        } catch (IOException e) {
            return Future.failedFuture(e);
        }
        if (files.isEmpty()) {
            files = new ArrayList<>();
        }
        files.add(path);
        return upload.streamToFileSystem(path.toString())
                .onSuccess(v -> uploads.add(
                        new Upload(upload.name(), upload.filename(), upload.contentType(), upload.size(), path)));
    }

    @Override
    public ReadStream<Buffer> stream() {
        return http;
    }

    // ---- out

    @Override
    public MultiMap answerHeaders() {
        return http.response().headers();
    }

    @Override
    public void send(Answer answer, Exchange x) {
        HttpServerResponse out = http.response();
        if (out.ended() || out.closed()) {
            over(x, null);
            return;
        }
        out.setStatusCode(answer.status());
        if (answer instanceof Answer.Bytes bytes) {
            Buffer buffer = bytes.buffer();
            Future<Void> sent = buffer == null ? out.end() : out.end(buffer);
            if (out.headers().contains(HttpHeaders.CONNECTION)) {
                // Vert.x goes by what the client said, not by what we say.
                sent.onComplete(v -> http.connection().close());
            }
            over(x, null);
        } else if (answer instanceof Answer.FilePart part) {
            out.sendFile(part.path().toString(), part.offset(), part.length()).onComplete((v, cause) -> {
                if (cause != null) {
                    LOG.log(System.Logger.Level.DEBUG, "A file was not sent to its end: " + x, cause);
                    http.connection().close();
                }
                over(x, cause);
            });
        } else {
            pieces(((Answer.Pieces) answer).stream(), out, x);
        }
    }

    private void pieces(Body.Stream stream, HttpServerResponse out, Exchange x) {
        if (http.version() == HttpVersion.HTTP_1_0) {
            out.putHeader(HttpHeaders.CONNECTION, "close");
        } else if (http.version() == HttpVersion.HTTP_1_1) {
            out.setChunked(true);
        }
        new StreamWriter(stream, out, context, live, cause -> {
                    if (cause != null) {
                        // What was sent already cannot be taken back: an end without a last chunk tells that something
                        // is missing.
                        http.connection().close();
                    }
                    over(x, cause);
                })
                .start();
    }

    /** The client left. */
    void abandoned(Exchange x, Throwable cause) {
        cleanUp();
        x.over(cause);
    }

    private void over(Exchange x, @Nullable Throwable cause) {
        if (!isOver) {
            isOver = true;
            ended.run();
        }
        cleanUp();
        if (hasBody && !http.isEnded()) {
            discard();
        }
        x.over(cause);
    }

    /** Reads and forgets what is left of a body, but not for ever. */
    private void discard() {
        http.handler(chunk -> {});
        http.exceptionHandler(cause -> LOG.log(System.Logger.Level.DEBUG, "While discarding a body", cause));
        long timer = context.owner().setTimer(LINGER, t -> http.connection().close());
        http.endHandler(v -> context.owner().cancelTimer(timer));
        http.resume();
    }

    private void cleanUp() {
        if (files.isEmpty()) {
            return;
        }
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "The upload " + file + " could not be deleted", e);
            }
        }
        files = List.of();
    }

    // ---- WebSocket

    @Override
    public void upgrade(Exchange x, SocketSpec<?, ?> spec, Dispatcher dispatcher) {
        if (!"websocket".equalsIgnoreCase(http.getHeader(HttpHeaders.UPGRADE))) {
            throw Problem.of(426, "upgrade-required")
                    .detail("This address speaks WebSocket")
                    .header("Upgrade", "websocket")
                    .exception();
        }
        String version = http.getHeader(VERSION);
        if (version != null && !version.trim().equals("13")) {
            // The decoder below us would speak drafts of the protocol too.
            throw Problem.of(426, "upgrade-required")
                    .detail("Version 13 of WebSocket is spoken here")
                    .header("Sec-WebSocket-Version", "13")
                    .exception();
        }
        agree(spec.protocols());
        // Headers that belong to answers would only be noise in a handshake.
        http.toWebSocket()
                .onSuccess(socket -> {
                    dispatcher.upgraded(x);
                    Runnable[] gone = {() -> {}};
                    var open = OpenSocket.open(x, socket, spec, options, context, () -> {
                        gone[0].run();
                        x.over(null);
                    });
                    gone[0] = live.add(context, () -> open.close(1001, "The server goes away"));
                })
                .onFailure(cause -> dispatcher.abandoned(x, cause));
    }

    /** Leaves only the subprotocol that is agreed on in the request, which is all that the handshake looks at. */
    private void agree(List<String> spoken) {
        String asked = http.getHeader(PROTOCOL);
        if (asked == null) {
            return;
        }
        List<String> offered = List.of(asked.replace(" ", "").split(",", -1));
        http.headers().remove(PROTOCOL);
        spoken.stream().filter(offered::contains).findFirst().ifPresent(protocol -> http.headers()
                .set(PROTOCOL, protocol));
    }
}
