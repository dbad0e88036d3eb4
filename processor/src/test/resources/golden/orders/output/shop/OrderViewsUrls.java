package shop;

import dev.plectrum.web.Url;
import dev.plectrum.web.input.TextTypes;
import java.util.UUID;
import javax.annotation.processing.Generated;

/** The URLs of {@link OrderViews}. */
@Generated("dev.plectrum")
public final class OrderViewsUrls {
    private OrderViewsUrls() {}

    /** {@code /orders/} */
    public static Url list() {
        return Url.path("/orders/");
    }

    /** {@code /orders/keys} */
    public static Url keys() {
        return Url.path("/orders/keys");
    }

    /** {@code /orders/{number}/lines/{line}.csv} */
    public static Url csv(UUID number, int line) {
        return Url.path("/orders/").segment(TextTypes.UUID, number).text("/lines/").segment(line).text(".csv");
    }

    /** {@code /orders/by/{stage}/{product}} */
    public static Url by(Stage stage, ProductId product) {
        return Url.path("/orders/by/").segment(stage.name()).text("/").segment(ProductId.TEXT, product);
    }

    /** {@code /orders/files/{path...}} */
    public static Url file(String path) {
        return Url.path("/orders/files/").rest(path);
    }

    /** {@code /orders/{id}/lines} */
    public static Url replace(long id) {
        return Url.path("/orders/").segment(id).text("/lines");
    }

    /** {@code /orders/raw} */
    public static Url raw() {
        return Url.path("/orders/raw");
    }

    /** {@code /orders/stream} */
    public static Url stream() {
        return Url.path("/orders/stream");
    }

    /** {@code /orders/photo} */
    public static Url photo() {
        return Url.path("/orders/photo");
    }

    /** {@code /orders/all} */
    public static Url clear() {
        return Url.path("/orders/all");
    }

    /** {@code /orders/export} */
    public static Url export() {
        return Url.path("/orders/export");
    }

    /** {@code /orders/events} */
    public static Url events() {
        return Url.path("/orders/events");
    }

    /** {@code /orders/today} */
    public static Url today() {
        return Url.path("/orders/today");
    }

    /** {@code /orders/count} */
    public static Url count() {
        return Url.path("/orders/count");
    }

    /** {@code /orders/stages} */
    public static Url stages() {
        return Url.path("/orders/stages");
    }

    /** {@code /orders/home} */
    public static Url home() {
        return Url.path("/orders/home");
    }

    /** {@code /orders/live/{id}} */
    public static Url live(long id) {
        return Url.path("/orders/live/").segment(id);
    }
}
