package id.aduan.lapor.yaml;

/**
 * A password, token or key. It prints as {@code ***}, and only {@link #reveal()} gives the text.
 *
 * <p>Immutable; safe for use by several threads.
 */
public final class Secret {

  /** Stands in for a secret that could not be read. */
  static final Secret MISSING = new Secret("");

  private final String text;

  private Secret(String text) {
    this.text = text;
  }

  /**
   * A secret handed in by a program instead of a file.
   *
   * @throws IllegalArgumentException when it is empty
   */
  public static Secret of(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a secret must not be empty");
    }
    return new Secret(text);
  }

  /** The text itself, unchanged. To be handed to the far side, and never logged. */
  public String reveal() {
    return text;
  }

  @Override
  public String toString() {
    return "***";
  }
}
