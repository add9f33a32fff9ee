package id.aduan.lapor.agency;

import id.aduan.lapor.complaint.Reference;
import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a file is called at an agency: {@code <reference>-<place>-<name>.<extension>}. The first two
 * make it unlike any other of the case; the name is what is left of its owner's when nothing in it
 * can lead out of a folder, name a device, hide or turn round what follows; the extension is that
 * of its content. Pure.
 */
public final class FileName {
  /** No longer than this, whatever its owner calls it. */
  public static final int CHARS_MAX = 120;

  private static final int OWN_CHARS_MAX = 60;
  private static final String UNNAMED = "file";

  /** Under Windows these are devices, whatever the extension. */
  private static final Pattern DEVICE =
      Pattern.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]", Pattern.CASE_INSENSITIVE);

  private static final Map<String, String> EXTENSIONS =
      Map.ofEntries(
          Map.entry("image/jpeg", "jpg"),
          Map.entry("image/png", "png"),
          Map.entry("image/gif", "gif"),
          Map.entry("image/webp", "webp"),
          Map.entry("image/heic", "heic"),
          Map.entry("application/pdf", "pdf"),
          Map.entry("text/plain", "txt"),
          Map.entry("text/csv", "csv"),
          Map.entry("application/rtf", "rtf"),
          Map.entry("application/msword", "doc"),
          Map.entry("application/vnd.ms-excel", "xls"),
          Map.entry(
              "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
          Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
          Map.entry("application/vnd.oasis.opendocument.text", "odt"),
          Map.entry("application/vnd.oasis.opendocument.spreadsheet", "ods"),
          Map.entry("application/zip", "zip"),
          Map.entry("video/mp4", "mp4"),
          Map.entry("audio/mpeg", "mp3"));

  private FileName() {}

  /**
   * The name of a file.
   *
   * @param given what its owner calls it; anything
   * @param type its media type by its content
   */
  public static String of(Reference reference, int place, String given, String type) {
    return reference.value()
        + "-"
        + place
        + "-"
        + safe(given)
        + "."
        + EXTENSIONS.getOrDefault(type, "bin");
  }

  /**
   * The name of a file that goes without a reference of ours, such as one of an answer.
   *
   * @param type its media type by its content
   */
  public static String of(String given, String type) {
    String name = safe(given);
    String own = DEVICE.matcher(name).matches() ? UNNAMED + "-" + name : name;
    return own + "." + EXTENSIONS.getOrDefault(type, "bin");
  }

  /** The name of the copy in an open format, which may be of the same type as the original. */
  public static String exchange(String name) {
    int dot = name.lastIndexOf('.');
    return name.substring(0, dot) + "-odf" + name.substring(dot);
  }

  /** Of letters, digits, hyphens and underscores of ASCII alone; never empty. */
  private static String safe(String given) {
    String last = given.substring(0, Math.min(given.length(), 4 * CHARS_MAX));
    last = last.substring(Math.max(last.lastIndexOf('/'), last.lastIndexOf('\\')) + 1);
    int dot = last.lastIndexOf('.');
    String stem = dot > 0 ? last.substring(0, dot) : last;
    String plain =
        Normalizer.normalize(stem, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^A-Za-z0-9_]+", "-")
            .replaceAll("^-+", "");
    plain = plain.substring(0, Math.min(plain.length(), OWN_CHARS_MAX)).replaceAll("-+$", "");
    return plain.isEmpty() ? UNNAMED : plain;
  }
}
