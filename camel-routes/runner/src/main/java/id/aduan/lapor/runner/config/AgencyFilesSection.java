package id.aduan.lapor.runner.config;

import id.aduan.lapor.attachment.AgencyFileLimits;
import id.aduan.lapor.attachment.FileLimits;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The key {@code attachments} of an agency: what it takes of the files of complaints. */
final class AgencyFilesSection {
  static final String ATTACHMENTS = "attachments";
  private static final Pattern TYPE = Pattern.compile("[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,80}");

  private AgencyFilesSection() {}

  static Optional<AgencyFileLimits> read(YamlMap agency) {
    return agency.optionalMap(ATTACHMENTS).map(AgencyFilesSection::limits);
  }

  private static AgencyFileLimits limits(YamlMap map) {
    map.rejectUnknownKeys("filesMax", "fileMax", "caseMax", "types");
    AgencyFileLimits usual = AgencyFileLimits.DEFAULT;
    return new AgencyFileLimits(
        AttachmentsSection.size(map, "fileMax").orElse(usual.fileBytesMax()),
        map.optionalInt("filesMax", 1, FileLimits.FILES_MAX).orElse(usual.filesMax()),
        AttachmentsSection.size(map, "caseMax").orElse(usual.caseBytesMax()),
        types(map));
  }

  private static Set<String> types(YamlMap map) {
    Set<String> types = new TreeSet<>();
    for (YamlScalar written : map.scalars("types")) {
      String type = written.text().strip().toLowerCase(Locale.ROOT);
      if (TYPE.matcher(type).matches()) {
        types.add(type);
      } else {
        written.problem("this is no media type", "such as image/jpeg or application/pdf");
      }
    }
    return types;
  }
}
