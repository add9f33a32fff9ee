package id.aduan.lapor.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The categories whose ids have been seen in public exports; immutable and safe for threads. */
public final class Categories {
  private static final List<Category> SHIPPED = load();

  private Categories() {}

  /** All shipped categories, by topic, each id once. */
  public static List<Category> shipped() {
    return SHIPPED;
  }

  /** The shipped category with this id. */
  public static Optional<Category> find(int id) {
    return SHIPPED.stream().filter(category -> category.id() == id).findFirst();
  }

  private static List<Category> load() {
    try (InputStream in = Categories.class.getResourceAsStream("categories.csv")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(Categories::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Category parse(String line) {
    int comma = line.indexOf(',');
    return new Category(Integer.parseInt(line.substring(0, comma)), line.substring(comma + 1));
  }
}
