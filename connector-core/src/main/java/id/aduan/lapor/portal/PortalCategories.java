package id.aduan.lapor.portal;

import java.util.List;

/** Reads the portal's own list of categories (kategori). Safe for use by many threads. */
public interface PortalCategories {
  /** How the source is called, such as {@code masters}; at most 20 letters. */
  String source();

  /** Whether its numbers are those of complaints; those of an older list are another numbering. */
  boolean numbersHold();

  /**
   * All of it.
   *
   * @throws id.aduan.lapor.failure.FarEndException when it could not be read
   */
  List<Item> read();

  /**
   * A topic or a category.
   *
   * @param parent the number of the topic above it; empty for a topic, and where the list tells of
   *     none
   */
  record Item(String id, String name, String parent) {}
}
