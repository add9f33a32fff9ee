package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.Attachment;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a far end answered with a page of its own, to log in or to say sorry, where a file was
 * asked for. Such a page comes as 200 with its right length, so only the content tells.
 */
final class PageInstead {
  private static final Set<String> PAGES = Set.of("text/html", "application/xhtml+xml");

  /**
   * Kinds of file that nobody writes as a page. Not .doc and .xls: offices and many a system of an
   * agency save pages under these. What has no extension, or another one, is a page that was sent.
   */
  private static final Set<String> NEVER_PAGES =
      Set.of(
          "jpg", "jpeg", "png", "gif", "webp", "heic", "heif", "bmp", "tif", "tiff", "pdf", "docx",
          "xlsx", "pptx", "odt", "ods", "odp", "rtf", "zip", "rar", "7z", "gz", "mp3", "m4a", "ogg",
          "wav", "aac", "opus", "mp4", "mov", "avi", "3gp", "webm", "mkv");

  private PageInstead() {}

  /**
   * Decides by what the portal calls the file, or its address where the name says nothing.
   *
   * @param type the media type by content
   */
  static boolean of(Attachment attachment, String type) {
    if (!PAGES.contains(type)) {
      return false;
    }
    String named = extension(attachment.fileName());
    return NEVER_PAGES.contains(named.isEmpty() ? extension(path(attachment.url())) : named);
  }

  private static String path(String url) {
    int end = url.length();
    for (char behind : new char[] {'?', '#'}) {
      int at = url.indexOf(behind);
      end = at >= 0 ? Math.min(end, at) : end;
    }
    return url.substring(0, end);
  }

  private static String extension(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    int dot = last.lastIndexOf('.');
    return dot < 0 ? "" : last.substring(dot + 1).strip().toLowerCase(Locale.ROOT);
  }
}
