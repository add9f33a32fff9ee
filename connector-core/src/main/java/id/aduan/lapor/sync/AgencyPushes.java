package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.sync.WebhookIntake.Answer;
import id.aduan.lapor.webhook.SigningSecret;
import id.aduan.lapor.webhook.Verdict;
import id.aduan.lapor.webhook.WebhookHeaders;
import id.aduan.lapor.webhook.WebhookVerifier;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * The agencies that push, by code. A code that is none of theirs is judged and refused as a wrong
 * signature would be, so that nobody can find out which agencies there are (C2). Safe for use by
 * many threads.
 */
public final class AgencyPushes {
  private final Map<String, AgencyPushIntake> intakes = new TreeMap<>();
  private final WebhookVerifier nobody;

  public AgencyPushes(Map<AgencyCode, AgencyPushIntake> intakes, InstantSource time) {
    intakes.forEach((code, intake) -> this.intakes.put(code.value(), intake));
    // Not secret, and it need not be: whatever this verifier says, nobody is let in.
    this.nobody = new WebhookVerifier(List.of(SigningSecret.parse("A".repeat(44))), time);
  }

  /**
   * The headers that prove a push of this agency; no other is asked for (S3).
   *
   * @param code the agency's, as the sender wrote it
   * @param valuesOf every value that was sent under a name, in any case; empty if none was
   */
  public WebhookHeaders headersOf(String code, Function<String, List<String>> valuesOf) {
    AgencyPushIntake intake = intakes.get(code);
    return intake == null ? nobody.headersOf(valuesOf) : intake.headersOf(valuesOf);
  }

  /**
   * Takes one callback.
   *
   * @param code the agency's, as the sender wrote it
   * @param body the raw bytes as they came over the wire
   * @return as {@link AgencyPushIntake#receive}; fails with {@link StoreException} when nothing was
   *     kept (503)
   */
  public CompletableFuture<Answer> receive(String code, WebhookHeaders headers, byte[] body) {
    AgencyPushIntake intake = intakes.get(code);
    return intake == null
        ? refuse(headers, body)
        : intake.receive(headers, body).thenApply(AgencyPushes::unrevealing);
  }

  /**
   * Which headers are looked at differs by agency; what is said of them would name those there are.
   */
  private static Answer unrevealing(Answer answer) {
    return answer instanceof Answer.Malformed
        ? new Answer.Refused(Verdict.Reason.MALFORMED_HEADER)
        : answer;
  }

  /** Judged all the same, so that it takes as long. */
  private CompletableFuture<Answer> refuse(WebhookHeaders headers, byte[] body) {
    var unused = nobody.verify(headers, body);
    return CompletableFuture.completedFuture(new Answer.Refused(Verdict.Reason.UNKNOWN_SENDER));
  }
}
