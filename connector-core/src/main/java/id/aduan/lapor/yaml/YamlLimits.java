package id.aduan.lapor.yaml;

/**
 * How much a YAML file may ask of us.
 *
 * @param bytesMax length of the file
 * @param nestingMax levels of maps and lists inside each other
 * @param aliasesMax uses of {@code *name}; an alias inside an anchored value is never allowed, so
 *     what a file unfolds to is at most this many times its length
 */
public record YamlLimits(int bytesMax, int nestingMax, int aliasesMax) {

  /** 1 MiB, 32 levels, 64 aliases. */
  public static final YamlLimits DEFAULT = new YamlLimits(1 << 20, 32, 64);

  public YamlLimits {
    if (bytesMax < 1 || nestingMax < 1 || aliasesMax < 0) {
      throw new IllegalArgumentException(
          "limits must be positive: %d bytes, %d levels, %d aliases"
              .formatted(bytesMax, nestingMax, aliasesMax));
    }
  }

  /** The same limits for a file of another length. */
  public YamlLimits withBytesMax(int bytes) {
    return new YamlLimits(bytes, nestingMax, aliasesMax);
  }
}
