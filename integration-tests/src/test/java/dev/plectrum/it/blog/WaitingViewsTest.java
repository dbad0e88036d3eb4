package dev.plectrum.it.blog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plectrum.orm.exec.Database;
import dev.plectrum.testing.PlectrumTest;
import dev.plectrum.web.testing.TestClient;
import dev.plectrum.web.testing.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledForJreRange;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

@PlectrumTest(schema = BlogTables.class)
class WaitingViewsTest {
    @Test
    @EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "this JDK has no virtual threads")
    void aViewOnAVirtualThreadWaits(Database db) {
        BlogApp.fill(db);
        TestClient client = TestClient.of(
                Transport.memory(BlogApp.whole(db).build(db.vertx()).server()));
        assertThat(client.get("/waiting/titles").text()).isEqualTo("[\"Engines\",\"Notes \\\"A to G\\\"\",\"Looms\"]");
        assertThat(client.get("/waiting/titles/3").text()).isEqualTo("Looms");
        assertThat(client.get("/waiting/titles/9").status()).isEqualTo(404);
    }

    @Test
    @DisabledForJreRange(min = JRE.JAVA_21, disabledReason = "this JDK has virtual threads")
    void anApplicationThatWouldWaitDoesNotStartWithoutVirtualThreads(Database db) {
        assertThatThrownBy(() -> BlogApp.whole(db).build(db.vertx()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("WaitingViews.titles runs on a virtual thread");
    }
}
