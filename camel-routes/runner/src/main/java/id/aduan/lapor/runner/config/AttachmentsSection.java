package id.aduan.lapor.runner.config;

import id.aduan.lapor.attachment.FileLimits;
import id.aduan.lapor.attachment.Inspection.Verdict;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code documents.attachments}: what becomes of the files of complaints. */
final class AttachmentsSection {
  static final String ATTACHMENTS = "attachments";
  private static final String FILES_MAX = "filesMax";
  private static final String FILE_MAX = "fileMax";
  private static final String CASE_MAX = "caseMax";
  private static final String RESERVE = "diskReserve";
  private static final String UNINSPECTED = "uninspected";
  private static final String TLS = "tls";
  private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,5}) ?(kB|MB|GB)");
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,252}[A-Za-z0-9])?(:[0-9]{1,5})?");
  private static final Map<String, Long> UNITS =
      Map.of("kB", 1_000L, "MB", 1_000_000L, "GB", 1_000_000_000L);
  private static final long RESERVE_USUAL = 1_000_000_000L;

  private AttachmentsSection() {}

  /**
   * Reads it; without the section the defaults hold.
   *
   * @param directory where relative paths begin
   */
  static AttachmentsConfig read(Optional<YamlMap> documents, Path directory) {
    Optional<YamlMap> section = documents.flatMap(map -> map.optionalMap(ATTACHMENTS));
    section.ifPresent(
        map ->
            map.rejectUnknownKeys(
                "fetch",
                "directory",
                "hosts",
                FILES_MAX,
                FILE_MAX,
                CASE_MAX,
                RESERVE,
                "stripMetadata",
                UNINSPECTED));
    return new AttachmentsConfig(
        section.flatMap(map -> map.optionalBoolean("fetch")).orElse(true),
        section.flatMap(map -> map.optionalString("directory")).map(directory::resolve),
        section.stream()
            .flatMap(map -> map.maps("hosts", "host").stream())
            .flatMap(map -> host(map).stream())
            .toList(),
        section.map(AttachmentsSection::limits).orElse(FileLimits.DEFAULT),
        section.flatMap(map -> size(map, RESERVE)).orElse(RESERVE_USUAL),
        section.flatMap(map -> map.optionalBoolean("stripMetadata")).orElse(true),
        section
            .flatMap(map -> map.scalar(UNINSPECTED))
            .map(AttachmentsSection::verdict)
            .orElse(Verdict.QUARANTINED));
  }

  private static Verdict verdict(YamlScalar written) {
    if (!List.of("hold", "pass").contains(written.text())) {
      written.problem(
          "'" + UNINSPECTED + "' is neither 'hold' nor 'pass'",
          UNINSPECTED + ": hold, so that a person looks at what could not be looked at here");
    }
    return written.text().equals("pass") ? Verdict.FLAGGED : Verdict.QUARANTINED;
  }

  private static FileLimits limits(YamlMap map) {
    FileLimits usual = FileLimits.DEFAULT;
    int files = map.optionalInt(FILES_MAX, 1, FileLimits.FILES_MAX).orElse(usual.filesMax());
    long file = size(map, FILE_MAX).orElse(usual.fileBytesMax());
    long all = size(map, CASE_MAX).orElse(Math.max(file, usual.caseBytesMax()));
    if (all < file) {
      map.problem(
          "'" + CASE_MAX + "' is less than '" + FILE_MAX + "', so that no such file could come",
          CASE_MAX + ": at least as much as " + FILE_MAX);
      return usual;
    }
    return new FileLimits(files, file, all);
  }

  /** A size such as {@code 50 MB}; a faulty one is noted and reads as absent. */
  static Optional<Long> size(YamlMap map, String key) {
    return map.scalar(key).flatMap(written -> size(written, key));
  }

  private static Optional<Long> size(YamlScalar written, String key) {
    Matcher size = SIZE.matcher(written.text());
    if (!size.matches()) {
      written.problem(
          "'" + key + "' is no size", "a number and kB, MB or GB, such as " + key + ": 50 MB");
      return Optional.empty();
    }
    return Optional.of(Long.parseLong(size.group(1)) * UNITS.getOrDefault(size.group(2), 1L));
  }

  private static Optional<URI> host(YamlMap map) {
    map.rejectUnknownKeys("host", TLS);
    boolean plain = map.scalar(TLS).filter(AttachmentsSection::isOff).isPresent();
    String host = map.requiredString("host");
    if (!HOST.matcher(host).matches()) {
      map.problem(
          "'host' is no name of a host, with its port if that is another than usual",
          "host: lampiran.example.go.id or host: lampiran.example.go.id:8443");
      return Optional.empty();
    }
    return Optional.of(URI.create((plain ? "http://" : "https://") + host));
  }

  private static boolean isOff(YamlScalar tls) {
    if (!List.of("off", "false").contains(tls.text())) {
      tls.problem("'" + TLS + "' is 'off' or left out", "tls: off, for a host without https");
      return false;
    }
    return true;
  }
}
