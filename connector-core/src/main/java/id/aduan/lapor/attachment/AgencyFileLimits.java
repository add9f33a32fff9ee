package id.aduan.lapor.attachment;

import java.util.Optional;
import java.util.Set;

/**
 * What an agency takes of files; what is above is refused for it before any call.
 *
 * @param fileBytesMax the largest file
 * @param filesMax how many of one case
 * @param caseBytesMax all of one case together
 * @param types the media types, by content; empty where all are taken
 */
public record AgencyFileLimits(
    long fileBytesMax, int filesMax, long caseBytesMax, Set<String> types) {
  public static final String TOO_LARGE = "agency.file-too-large";
  public static final String TOO_MANY = "agency.too-many";
  public static final String CASE_TOO_LARGE = "agency.case-too-large";
  public static final String TYPE = "agency.type";

  /** For an agency of which nothing is said. */
  public static final AgencyFileLimits DEFAULT =
      new AgencyFileLimits(50L << 20, 200, 500L << 20, Set.of());

  public AgencyFileLimits {
    types = Set.copyOf(types);
  }

  /**
   * The rule by which a file does not go there; empty if it does.
   *
   * @param filesBefore how many of the case the agency has
   * @param bytesBefore and how much these are
   */
  public Optional<String> refusal(String type, long bytes, int filesBefore, long bytesBefore) {
    if (!types.isEmpty() && !types.contains(type)) {
      return Optional.of(TYPE);
    }
    if (bytes > fileBytesMax) {
      return Optional.of(TOO_LARGE);
    }
    if (filesBefore >= filesMax) {
      return Optional.of(TOO_MANY);
    }
    return bytesBefore + bytes > caseBytesMax ? Optional.of(CASE_TOO_LARGE) : Optional.empty();
  }
}
