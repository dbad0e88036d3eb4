package dev.plectrum.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plectrum.orm.exec.Database;
import dev.plectrum.testing.Await;
import dev.plectrum.testing.PlectrumTest;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

@PlectrumTest
class CatalogueTest {
    @Test
    void theCatalogueAnswersWhatItIsAsked(Database db) {
        Catalogue catalogue = new Catalogue(db);
        Await.await(catalogue.prepare());
        Await.await(catalogue.prepare());

        List<Product> dearest = Await.await(catalogue.dearest("Desks", 3));
        assertThat(dearest)
                .hasSize(3)
                .allMatch(product -> product.category.get().name.equals("Desks"));
        assertThat(dearest)
                .extracting(product -> product.price)
                .isSortedAccordingTo(Comparator.<BigDecimal>naturalOrder().reversed());
        assertThat(dearest)
                .allMatch(product ->
                        product.stockValue.compareTo(product.price.multiply(BigDecimal.valueOf(product.stock))) == 0);
        assertThat(dearest).allMatch(product -> product.tags.isLoaded());
        assertThat(Await.await(catalogue.praised())).isPositive();
        long restocked = Await.await(catalogue.restock());
        assertThat(restocked).isPositive();
        assertThat(Await.await(catalogue.restock())).isZero();
    }
}
