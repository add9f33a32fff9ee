package id.aduan.lapor.documents.letter;

import id.aduan.lapor.documents.odf.OdfVersion;
import java.util.Locale;

/** What a letter says of itself, as the part {@code meta.xml}. */
final class MetaPart {
  private MetaPart() {}

  static String of(LetterMeta meta, OdfVersion version) {
    String date = meta.date() + "T00:00:00";
    StringBuilder xml = new StringBuilder(1_024);
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-meta xmlns:office=\"")
        .append(Xml.OFFICE)
        .append("\" xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\"")
        .append(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"")
        .append(version.text())
        .append("\"><office:meta>");
    element("meta:generator", "LAPOR connector", xml);
    element("dc:title", meta.title(), xml);
    element("meta:initial-creator", meta.creator(), xml);
    element("dc:creator", meta.creator(), xml);
    element("meta:creation-date", date, xml);
    element("dc:date", date, xml);
    element("dc:language", "id-ID", xml);
    xml.append("<meta:user-defined meta:name=\"Tracking ID\" meta:value-type=\"string\">");
    Xml.escape(meta.trackingId(), false, xml);
    return xml.append("</meta:user-defined></office:meta></office:document-meta>\n").toString();
  }

  private static void element(String name, String value, StringBuilder xml) {
    xml.append('<').append(name).append('>');
    Xml.escape(String.join(" ", InertText.lines(value)), false, xml);
    xml.append("</").append(name).append('>');
  }

  static String typeOf(String part) {
    String name = part.toLowerCase(Locale.ROOT);
    String end = name.substring(name.lastIndexOf('.') + 1);
    return switch (end) {
      case "png", "gif" -> "image/" + end;
      case "jpg", "jpeg" -> "image/jpeg";
      case "svg" -> "image/svg+xml";
      case "ttf", "otf" -> "application/x-font-ttf";
      default -> "application/octet-stream";
    };
  }
}
