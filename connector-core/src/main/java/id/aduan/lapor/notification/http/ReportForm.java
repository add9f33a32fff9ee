package id.aduan.lapor.notification.http;

import id.aduan.lapor.json.JsonObject;
import id.aduan.lapor.json.JsonPlace;
import id.aduan.lapor.notification.Receipts.Report;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a gateway reports what became of a message: where its JSON names the message, and by which
 * word it says what. Immutable.
 *
 * @param words in lower case; any other word says nothing that is of interest
 */
public record ReportForm(JsonPlace id, JsonPlace status, Map<String, Report> words) {
  private static final int CHARACTERS_MAX = 100;

  public ReportForm {
    Map<String, Report> lower = new HashMap<>();
    words.forEach((word, report) -> lower.put(word.toLowerCase(Locale.ROOT), report));
    words = Map.copyOf(lower);
  }

  /**
   * What a report says.
   *
   * @param report empty for a word that is none of ours
   */
  public record Reported(String reference, Optional<Report> report) {}

  /** Reads a report; nothing for what names no message or says no word. */
  public Optional<Reported> read(byte[] body) {
    Optional<JsonObject> json = JsonObject.parse(new String(body, StandardCharsets.UTF_8));
    Optional<String> reference = json.flatMap(it -> it.at(id)).filter(ReportForm::isOne);
    Optional<String> word = json.flatMap(it -> it.at(status)).filter(ReportForm::isOne);
    return reference.flatMap(
        it ->
            word.map(
                said ->
                    new Reported(
                        it, Optional.ofNullable(words.get(said.toLowerCase(Locale.ROOT))))));
  }

  private static boolean isOne(String text) {
    return !text.isEmpty() && text.length() <= CHARACTERS_MAX;
  }
}
