package id.aduan.lapor.notification.http;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
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
public record ReportForm(JsonPointer id, JsonPointer status, Map<String, Report> words) {
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
    Optional<JsonNode> json =
        GatewayBody.Json.parse(new String(body, StandardCharsets.UTF_8)).map(it -> it.template());
    Optional<String> reference = json.flatMap(it -> text(it.at(id)));
    Optional<String> word = json.flatMap(it -> text(it.at(status)));
    return reference.flatMap(
        it ->
            word.map(
                said ->
                    new Reported(
                        it, Optional.ofNullable(words.get(said.toLowerCase(Locale.ROOT))))));
  }

  private static Optional<String> text(JsonNode node) {
    return Optional.of(node)
        .filter(JsonNode::isValueNode)
        .filter(it -> !it.isNull())
        .map(JsonNode::asText)
        .filter(it -> !it.isEmpty() && it.length() <= CHARACTERS_MAX);
  }
}
