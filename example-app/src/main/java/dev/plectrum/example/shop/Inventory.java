package dev.plectrum.example.shop;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Makes up what the shop sells and what people say of it: the same every time. */
final class Inventory {
    private static final int PER_CATEGORY = 600;
    private static final int REVIEWS = 4_000;
    private static final List<String> LINES = List.of(
            "Halden",
            "Mora",
            "Arvika",
            "Tofta",
            "Lysekil",
            "Ekeby",
            "Sund",
            "Norra",
            "Brahe",
            "Visby",
            "Karlslund",
            "Falun",
            "Ystad",
            "Torsby",
            "Leksand",
            "Gimo",
            "Hova",
            "Skara",
            "Vaxholm",
            "Ronneby",
            "Sala",
            "Tidaholm",
            "Alingsås",
            "Öland",
            "Idre",
            "Mariefred");
    private static final Material LINEN = new Material("Linen", "1.10");
    private static final List<Material> WOODS = List.of(
            new Material("Oak", "1.30"),
            new Material("Walnut", "1.65"),
            new Material("Ash", "1.15"),
            new Material("Pine", "0.80"),
            new Material("Birch", "0.95"));
    private static final List<Material> METALS = List.of(
            new Material("Steel", "0.90"),
            new Material("Brass", "1.40"),
            new Material("Glass", "1.20"),
            new Material("Ceramic", "1.25"),
            LINEN);
    private static final List<Material> FIBRES = List.of(
            new Material("Wool", "1.35"),
            new Material("Jute", "0.75"),
            new Material("Cotton", "0.85"),
            new Material("Hemp", "1.05"),
            LINEN);
    private static final List<Kind> KINDS = List.of(
            new Kind("Desks", "Writing Desk", 390, WOODS, "140 cm wide, with two drawers"),
            new Kind("Desks", "Standing Desk", 620, WOODS, "from 68 to 118 cm high"),
            new Kind("Desks", "Corner Desk", 480, WOODS, "for corners of 160 by 120 cm"),
            new Kind("Desks", "Wall Desk", 210, WOODS, "folds up to a depth of 9 cm"),
            new Kind("Desks", "Drafting Table", 540, WOODS, "with a top that tilts to 60 degrees"),
            new Kind("Chairs", "Dining Chair", 160, WOODS, "stacks up to four high"),
            new Kind("Chairs", "Armchair", 430, WOODS, "with a seat of woven paper cord"),
            new Kind("Chairs", "Bar Stool", 140, WOODS, "65 cm high"),
            new Kind("Chairs", "Rocking Chair", 360, WOODS, "rocks without a sound"),
            new Kind("Chairs", "Bench", 280, WOODS, "seats three"),
            new Kind("Lamps", "Floor Lamp", 190, METALS, "150 cm high, dimmable"),
            new Kind("Lamps", "Table Lamp", 90, METALS, "with a cord of two metres"),
            new Kind("Lamps", "Pendant", 130, METALS, "35 cm across"),
            new Kind("Lamps", "Wall Light", 75, METALS, "for bathrooms too"),
            new Kind("Lamps", "Reading Lamp", 85, METALS, "with an arm that stays where it is put"),
            new Kind("Shelves", "Bookcase", 310, WOODS, "holds about 200 books"),
            new Kind("Shelves", "Wall Shelf", 60, WOODS, "carries 20 kg"),
            new Kind("Shelves", "Ladder Shelf", 150, WOODS, "leans, and needs no screws"),
            new Kind("Shelves", "Sideboard", 690, WOODS, "with sliding doors"),
            new Kind("Shelves", "Shoe Rack", 80, WOODS, "for twelve pairs"),
            new Kind("Rugs", "Runner", 110, FIBRES, "80 by 250 cm"),
            new Kind("Rugs", "Rug", 240, FIBRES, "170 by 240 cm"),
            new Kind("Rugs", "Round Rug", 180, FIBRES, "160 cm across"),
            new Kind("Rugs", "Door Mat", 35, FIBRES, "50 by 80 cm"),
            new Kind("Rugs", "Kilim", 260, FIBRES, "140 by 200 cm, woven by hand"));
    private static final List<String> PEOPLE = List.of(
            "Alva", "Bo", "Cleo", "Dag", "Elif", "Frida", "Gus", "Hanna", "Ines", "Jon", "Kaja", "Liv", "Mats", "Nour",
            "Otto", "Pia", "Rui", "Sol", "Tove", "Uma");
    private static final List<List<String>> WORDS = List.of(
            List.of("Came broken, twice.", "Wobbles whatever I do."),
            List.of("Smaller than it looks in the picture.", "The finish came off within a month."),
            List.of("Does what it should.", "Good, but took three weeks to come."),
            List.of("Better than the one it replaced.", "Easy to put together, and sturdy."),
            List.of("Just as it looks in the picture.", "I bought a second one.", "It will outlive me."));

    private final Random random = new Random(1);

    private record Kind(String category, String name, int price, List<Material> materials, String feature) {}

    /** What things are made of, and how much dearer that makes them. */
    private record Material(String name, BigDecimal factor) {
        Material(String name, String factor) {
            this(name, new BigDecimal(factor));
        }
    }

    /** The names of what products are sorted by. */
    static List<String> categories() {
        return KINDS.stream().map(Kind::category).distinct().toList();
    }

    /** Some products of each category. */
    List<Product> products(List<Category> categories) {
        List<Product> products = new ArrayList<>();
        for (Category category : categories) {
            List<Product> possible = new ArrayList<>();
            for (Kind kind : KINDS) {
                if (kind.category().equals(category.name)) {
                    kind.materials()
                            .forEach(material ->
                                    LINES.forEach(line -> possible.add(product(category, kind, material, line))));
                }
            }
            Collections.shuffle(possible, random);
            products.addAll(possible.subList(0, PER_CATEGORY));
        }
        return products;
    }

    private Product product(Category category, Kind kind, Material material, String line) {
        Product product = new Product();
        product.name = line + " " + material.name() + " " + kind.name();
        product.description = "A " + kind.name().toLowerCase(Locale.ROOT) + " of "
                + material.name().toLowerCase(Locale.ROOT) + ", " + kind.feature() + ".";
        product.price = price(kind.price(), material.factor());
        product.stock = random.nextInt(8) == 0 ? 0 : random.nextInt(60);
        product.status = random.nextInt(25) == 0 ? Status.RETIRED : Status.ACTIVE;
        product.category = CategoryQuerySet.ref(category);
        return product;
    }

    /** A price that ends in .50 or .00, about what such a thing costs. */
    private BigDecimal price(int usual, BigDecimal factor) {
        int percent = 85 + random.nextInt(31);
        long halves = factor.multiply(BigDecimal.valueOf((long) usual * percent * 2))
                .divide(BigDecimal.valueOf(100), RoundingMode.HALF_UP)
                .longValue();
        return BigDecimal.valueOf(halves * 50, 2);
    }

    /** What people say of some of these. Most are content. */
    List<Review> reviews(List<Product> products) {
        List<Review> reviews = new ArrayList<>();
        for (int i = 0; i < REVIEWS; i++) {
            Review review = new Review();
            review.product = ProductQuerySet.ref(products.get(random.nextInt(products.size())));
            review.author = PEOPLE.get(random.nextInt(PEOPLE.size()));
            review.stars = Math.min(5, 1 + random.nextInt(3) + random.nextInt(4));
            List<String> words = WORDS.get(review.stars - 1);
            review.text = words.get(random.nextInt(words.size()));
            reviews.add(review);
        }
        return reviews;
    }
}
