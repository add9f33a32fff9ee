package id.aduan.lapor.simulator.old;

import id.aduan.lapor.simulator.NewComplaint;
import id.aduan.lapor.simulator.Reporter;
import id.aduan.lapor.simulator.http.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * What an old client sends: flags as attributes, no title, no category and no agency, and a last
 * name that is {@code _} when nobody knows it (portal-wire 3).
 */
record StreamMessage(String token, NewComplaint complaint) {
  private static final int TITLE_CHARS = 60;

  static StreamMessage read(byte[] body) {
    Document document;
    try {
      document = SafeXml.parse(body);
    } catch (SAXException e) {
      throw new Refusal(400, "XML tidak dapat dibaca");
    }
    Element root = document.getDocumentElement();
    Element report = child(root, "laporan");
    if (!root.getTagName().equals("lapor") || report == null) {
      throw new Refusal(400, "lapor dengan laporan diharapkan");
    }
    return new StreamMessage(root.getAttribute("token"), complaint(root, report));
  }

  private static NewComplaint complaint(Element root, Element report) {
    String content = text(report, "isi");
    if (content.isEmpty() || content.length() > NewComplaint.CONTENT_CHARS_MAX) {
      throw new Refusal(422, "isi wajib, paling panjang 3000 karakter");
    }
    String title = content.lines().findFirst().orElse("");
    return NewComplaint.of(
            title.substring(0, Math.min(TITLE_CHARS, title.length())),
            content,
            reporter(child(root, "pelapor")))
        .withChannel("Website Institusi")
        .withVisibility(flag(report, "anonim"), flag(report, "rahasia"));
  }

  private static Reporter reporter(@Nullable Element element) {
    if (element == null) {
      throw new Refusal(422, "pelapor wajib ada");
    }
    String last = text(element, "namabelakang");
    if (last.isEmpty()) {
      throw new Refusal(422, "namabelakang wajib diisi");
    }
    String name = text(element, "namadepan") + (last.equals("_") ? "" : " " + last);
    return new Reporter(name.strip(), text(element, "telpon"), text(element, "email"));
  }

  private static boolean flag(Element report, String name) {
    String value = report.getAttribute(name);
    if (!List.of("0", "1").contains(value)) {
      throw new Refusal(422, name + " harus 0 atau 1");
    }
    return value.equals("1");
  }

  private static String text(Element parent, String name) {
    Element element = child(parent, name);
    return element == null ? "" : element.getTextContent().strip();
  }

  private static @Nullable Element child(Element parent, String name) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getTagName().equals(name)) {
        return element;
      }
    }
    return null;
  }

  /** Names no token and no person. */
  @Override
  public String toString() {
    return "StreamMessage[" + complaint + "]";
  }
}
