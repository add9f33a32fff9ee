package id.aduan.lapor.adapter.soap;

import id.aduan.lapor.agency.ComplaintView;
import id.aduan.lapor.agency.FittedText;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;

/** What an element of a request holds, as {@link SoapConfig.Value} says it. */
record FieldValue(SoapConfig.Value value) {
  /** Among the names: each of the agency's own words, which the mapping has and not the view. */
  static final String ANY_WORD = ComplaintView.WORDS + "*";

  private static final String CONSTANT = "='.*'";
  private static final Pattern WORD =
      Pattern.compile(Pattern.quote(ComplaintView.WORDS) + "[A-Za-z][A-Za-z0-9_]{0,63}");

  /**
   * @throws IllegalArgumentException for a source that is not among these names
   */
  static FieldValue of(SoapConfig.Value value, Collection<String> names) {
    boolean isWord = names.contains(ANY_WORD) && WORD.matcher(value.source()).matches();
    if (!isWord && !value.source().matches(CONSTANT) && !names.contains(value.source())) {
      throw new IllegalArgumentException(
          "there is no '" + value.source() + "' to send; known: " + String.join(", ", names));
    }
    return new FieldValue(value);
  }

  /** Legal in XML; empty where there is nothing to send. */
  String in(Map<?, ?> view) {
    String text = lookUp(view);
    String theirs = value.codes().isEmpty() ? text : value.codes().getOrDefault(text, "");
    String fitted = FittedText.of(XmlText.legal(theirs), value.lengthMax(), "").value();
    return fitted.isEmpty() ? value.otherwise() : fitted;
  }

  private String lookUp(Map<?, ?> view) {
    String source = value.source();
    if (source.matches(CONSTANT)) {
      return source.substring(2, source.length() - 1);
    }
    Object at = view;
    for (String step : source.split("\\.", -1)) {
      at = at instanceof Map<?, ?> map && map.get(step) != null ? map.get(step) : "";
    }
    return String.valueOf(at);
  }
}
