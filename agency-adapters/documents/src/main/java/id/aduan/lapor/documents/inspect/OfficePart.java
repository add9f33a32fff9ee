package id.aduan.lapor.documents.inspect;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at the list of what a part of an office document (OOXML) refers to. */
final class OfficePart implements PartLook {
  private static final int LIST_BYTES_MAX = 1 << 18;
  private static final Pattern REFERENCE = Pattern.compile("<[^<>]{0,4000}>");
  private final ByteArrayOutputStream list = new ByteArrayOutputStream();
  private final Findings findings;

  private OfficePart(Findings findings) {
    this.findings = findings;
  }

  static PartLook of(String name, Findings findings) {
    String small = name.toLowerCase(Locale.ROOT);
    findings.addIf(small.endsWith("vbaproject.bin"), Finding.OFFICE_MACRO);
    findings.addIf(
        small.contains("/embeddings/") || small.contains("/activex/"), Finding.OFFICE_EMBEDDED);
    return small.endsWith(".rels") ? new OfficePart(findings) : NOTHING;
  }

  @Override
  public void feed(byte[] bytes, int length) {
    int most = Math.min(length, LIST_BYTES_MAX - list.size());
    list.write(bytes, 0, most);
    findings.addIf(most < length, Finding.FILE_PARTLY);
  }

  @Override
  public void done() {
    Matcher references = REFERENCE.matcher(list.toString(StandardCharsets.UTF_8));
    while (references.find()) {
      String it = references.group();
      // A link that a reader clicks is text; a template or a picture from elsewhere is loaded.
      if (it.contains("External") && !it.contains("/hyperlink\"")) {
        findings.add(Finding.OFFICE_EXTERNAL);
      }
    }
  }
}
