package id.aduan.lapor.documents.letter;

import id.aduan.lapor.documents.odf.OdfFinding;

/** What to do about what was found in a template. */
final class TemplateAdvice {
  private TemplateAdvice() {}

  static TemplateProblem of(OdfFinding finding) {
    String where = finding.part().isEmpty() ? "" : " (" + printable(finding.part()) + ")";
    return new TemplateProblem(finding.fault() + where, hint(finding));
  }

  private static String printable(String part) {
    return part.replaceAll("[^\\x20-\\x7E]", "?");
  }

  private static String hint(OdfFinding finding) {
    return switch (finding.fault()) {
      case MACRO -> "remove its macros and events: Tools > Macros > Organize Macros";
      case EXTERNAL_LINK, HYPERLINK ->
          "embed linked pictures (Edit > Links > Break Link) and remove hyperlinks";
      case FOREIGN_OBJECT -> "replace embedded objects by pictures";
      case ENCRYPTED -> "save it without a password";
      case TOO_LARGE, TOO_COMPRESSED, XML_TOO_DEEP -> "make it smaller";
      default -> "open it in LibreOffice and save it as .odt";
    };
  }
}
