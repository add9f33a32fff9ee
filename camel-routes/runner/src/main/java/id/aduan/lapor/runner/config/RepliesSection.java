package id.aduan.lapor.runner.config;

import id.aduan.lapor.sync.ReplyRules;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.util.Optional;

/** How answers go to the portal: {@code portal.replies} and the keys beside it. */
final class RepliesSection {
  static final String REPLIES = "replies";
  static final String REFERENCE = "replyReference";
  static final String FILES = "replyFiles";
  private static final int REFERENCE_CHARACTERS_MAX = 200;

  private RepliesSection() {}

  /** Who decides that an answer goes out. */
  private enum Release {
    AUTOMATIC,
    AFTER_APPROVAL
  }

  static ReplyRules read(YamlMap portal) {
    Release release = portal.optionalEnum(REPLIES, Release.class).orElse(Release.AUTOMATIC);
    Optional<YamlMap> files = portal.optionalMap(FILES);
    files.ifPresent(map -> map.rejectUnknownKeys("max", "bytesMax"));
    return new ReplyRules(
        release == Release.AFTER_APPROVAL,
        portal.scalar(REFERENCE).filter(RepliesSection::isReference).map(YamlScalar::text),
        files
            .flatMap(map -> map.optionalInt("max", 0, ReplyRules.FILES_MAX))
            .orElse(ReplyRules.FILES_MAX),
        files
            .flatMap(map -> map.optionalInt("bytesMax", 1024, ReplyRules.FILE_BYTES_MAX))
            .orElse(ReplyRules.FILE_BYTES_MAX));
  }

  private static boolean isReference(YamlScalar written) {
    String text = written.text();
    boolean fit = text.contains(ReplyRules.REFERENCE) && text.length() <= REFERENCE_CHARACTERS_MAX;
    if (!fit) {
      written.problem(
          "the text of '" + REFERENCE + "' must have " + ReplyRules.REFERENCE + " in it",
          "such as 'No. referensi: {reference}', at most 200 characters");
    }
    return fit;
  }
}
