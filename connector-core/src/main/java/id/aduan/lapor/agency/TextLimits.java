package id.aduan.lapor.agency;

import id.aduan.lapor.yaml.YamlMap;

/**
 * How much text the fields of a system hold, in code points. What does not fit is cut by {@link
 * FittedText}, and the whole goes beside it.
 *
 * @param marker what follows a cut, for the officer who reads it
 */
public record TextLimits(int titleMax, int contentMax, String marker) {
  private static final String MARKER = " (naskah lengkap terlampir)";
  private static final int MAX = 1_000_000;

  public static final TextLimits NONE = new TextLimits(MAX, MAX, MARKER);

  public TextLimits {
    if (titleMax < 1 || contentMax < 1) {
      throw new IllegalArgumentException("a field holds at least one character");
    }
  }

  /** Whether a text can be cut at all. */
  public boolean cut() {
    return titleMax < MAX || contentMax < MAX;
  }

  /** Reads {@code limits: {title, content, marker}}; without it nothing is cut. */
  public static TextLimits read(YamlMap settings) {
    return settings.optionalMap("limits").map(TextLimits::of).orElse(NONE);
  }

  private static TextLimits of(YamlMap limits) {
    limits.rejectUnknownKeys("title", "content", "marker");
    return new TextLimits(
        limits.optionalInt("title", 1, MAX).orElse(MAX),
        limits.optionalInt("content", 1, MAX).orElse(MAX),
        limits.optionalString("marker").orElse(MARKER));
  }
}
