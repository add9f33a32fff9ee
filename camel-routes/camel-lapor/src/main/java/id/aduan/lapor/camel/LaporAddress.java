package id.aduan.lapor.camel;

import java.util.Locale;

/**
 * What an endpoint's path says.
 *
 * @param name the agency, {@code portal} or {@code deadlines} for a poll; empty where there is only
 *     one
 */
record LaporAddress(Operation operation, String name) {
  private static final String LEGAL =
      "deliveries/{agency}, changes, fetches, deliver, poll/portal, poll/deadlines"
          + " and poll/{agency}";

  enum Operation {
    DELIVERIES(true),
    CHANGES(false),
    FETCHES(false),
    DELIVER(false),
    POLL(true);

    private final boolean named;

    Operation(boolean named) {
      this.named = named;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Reads a path.
   *
   * @throws IllegalArgumentException for any other; the message lists the legal ones
   */
  static LaporAddress parse(String path) {
    String word = path;
    String name = "";
    int slash = path.indexOf('/');
    if (slash >= 0) {
      word = path.substring(0, slash);
      name = path.substring(slash + 1);
    }
    for (Operation operation : Operation.values()) {
      if (operation.word().equals(word) && operation.named == !name.isEmpty()) {
        return new LaporAddress(operation, name);
      }
    }
    throw new IllegalArgumentException(
        "'lapor:" + path + "' is no address; the addresses after 'lapor:' are " + LEGAL);
  }

  @Override
  public String toString() {
    return "lapor:" + operation.word() + (name.isEmpty() ? "" : "/" + name);
  }
}
