package dev.plectrum.example.shop;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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
    private static final Map<String, BigDecimal> MATERIALS = Map.ofEntries(
            Map.entry("Oak", new BigDecimal("1.30")),
            Map.entry("Walnut", new BigDecimal("1.65")),
            Map.entry("Ash", new BigDecimal("1.15")),
            Map.entry("Pine", new BigDecimal("0.80")),
            Map.entry("Birch", new BigDecimal("0.95")),
            Map.entry("Steel", new BigDecimal("0.90")),
            Map.entry("Brass", new BigDecimal("1.40")),
            Map.entry("Linen", new BigDecimal("1.10")),
            Map.entry("Glass", new BigDecimal("1.20")),
            Map.entry("Ceramic", new BigDecimal("1.25")),
            Map.entry("Wool", new BigDecimal("1.35")),
            Map.entry("Jute", new BigDecimal("0.75")),
            Map.entry("Cotton", new BigDecimal("0.85")),
            Map.entry("Hemp", new BigDecimal("1.05")));
    private static final List<String> WOODS = List.of("Oak", "Walnut", "Ash", "Pine", "Birch");
    private static final List<String> METALS = List.of("Steel", "Brass", "Linen", "Glass", "Ceramic");
    private static final List<String> FIBRES = List.of("Wool", "Jute", "Cotton", "Hemp", "Linen");
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

    private record Kind(String category, String name, int price, List<String> materials, String feature) {}

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

    private Product product(Category category, Kind kind, String material, String line) {
        Product product = new Product();
        product.name = line + " " + material + " " + kind.name();
        product.description = "A " + kind.name().toLowerCase(java.util.Locale.ROOT) + " of "
                + material.toLowerCase(java.util.Locale.ROOT) + ", " + kind.feature() + ".";
        product.price = price(kind.price(), MATERIALS.get(material));
        product.stock = random.nextInt(8) == 0 ? 0 : random.nextInt(60);
        product.status = random.nextInt(25) == 0 ? Status.RETIRED : Status.ACTIVE;
        product.category = CategoryQuerySet.ref(category);
        return product;
    }

    /** A price that ends in .50 or .00, about what such a thing costs. */
    private BigDecimal price(int usual, BigDecimal factor) {
        int percent = 85 + random.nextInt(31);
        long halves = factor.multiply(BigDecimal.valueOf((long) usual * percent * 2))
                .divide(BigDecimal.valueOf(100), java.math.RoundingMode.HALF_UP)
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
