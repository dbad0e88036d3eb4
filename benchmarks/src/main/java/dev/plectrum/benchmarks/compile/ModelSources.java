package dev.plectrum.benchmarks.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes models that differ in nothing but their names, as a user of either side would write them. */
public enum ModelSources {
    /** Models of ours. */
    PLECTRUM("""
            package models;

            import dev.plectrum.annotations.Column;
            import dev.plectrum.annotations.ForeignKey;
            import dev.plectrum.annotations.Id;
            import dev.plectrum.annotations.Index;
            import dev.plectrum.annotations.Model;
            import dev.plectrum.annotations.OnDelete;
            import dev.plectrum.orm.Ref;
            import java.math.BigDecimal;
            import java.time.Instant;
            import java.time.LocalDate;
            import org.jspecify.annotations.Nullable;

            @Model(ordering = "name")
            @Index(fields = {"category", "-price"})
            public class NAME {
              @Id Long id;
              @Column(maxLength = 200) String name;
              @Column(maxLength = 50) String category;
              @Column(precision = 10, scale = 2) BigDecimal price;
              int stock;
              long views;
              boolean active;
              @Nullable String description;
              Instant createdAt;
              LocalDate released;
              @ForeignKey(onDelete = OnDelete.CASCADE) Ref<OTHER> other;
            }
            """),
    /** The same for Hibernate, whose generator of metamodels is the yardstick. */
    JPA("""
            package models;

            import jakarta.persistence.Column;
            import jakarta.persistence.Entity;
            import jakarta.persistence.GeneratedValue;
            import jakarta.persistence.GenerationType;
            import jakarta.persistence.Id;
            import jakarta.persistence.Index;
            import jakarta.persistence.ManyToOne;
            import jakarta.persistence.Table;
            import java.math.BigDecimal;
            import java.time.Instant;
            import java.time.LocalDate;

            @Entity
            @Table(indexes = @Index(columnList = "category, price desc"))
            public class NAME {
              @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
              @Column(length = 200, nullable = false) String name;
              @Column(length = 50, nullable = false) String category;
              @Column(precision = 10, scale = 2, nullable = false) BigDecimal price;
              int stock;
              long views;
              boolean active;
              String description;
              @Column(nullable = false) Instant createdAt;
              @Column(nullable = false) LocalDate released;
              @ManyToOne(optional = false) OTHER other;
            }
            """);

    private final String template;

    ModelSources(String template) {
        this.template = template;
    }

    /** Writes that many models below this folder. Each refers to the one before it, the first to itself. */
    public List<Path> write(Path folder, int count) throws IOException {
        Path models = Files.createDirectories(folder.resolve("models"));
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Path file = models.resolve("Model" + i + ".java");
            Files.writeString(
                    file, template.replace("NAME", "Model" + i).replace("OTHER", "Model" + Math.max(0, i - 1)));
            files.add(file);
        }
        return files;
    }
}
