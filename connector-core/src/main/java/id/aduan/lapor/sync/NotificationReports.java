package id.aduan.lapor.sync;

import id.aduan.lapor.delivery.Alert;
import id.aduan.lapor.delivery.Inbox.Receipt;
import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.notification.Channel;
import id.aduan.lapor.notification.Receipts;
import id.aduan.lapor.notification.http.ReportForm;
import id.aduan.lapor.notification.http.ReportForm.Reported;
import id.aduan.lapor.sync.WebhookIntake.Answer;
import id.aduan.lapor.webhook.Verdict;
import id.aduan.lapor.webhook.WebhookCheck;
import id.aduan.lapor.webhook.WebhookHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what a gateway reports of messages: that they arrived, were read, or failed (SOP-04). The
 * report itself is not kept: it holds an official's number. Safe for use by many threads.
 */
public final class NotificationReports {
  private static final Logger LOG = LoggerFactory.getLogger(NotificationReports.class);
  private static final String UNREADABLE = "payload.shape";
  private static final String OTHER_WORD = "status.other";
  private static final String UNKNOWN = "message.unknown";
  private static final String TAKEN = "";

  /** For so long a report of a message that is not known is asked for again. */
  private static final Duration EARLY_MAX = Duration.ofMinutes(10);

  /** So many names that are not known are remembered; the oldest is forgotten. */
  private static final int STRANGERS_MAX = 1000;

  private final CaseStore store;
  private final Receipts receipts;
  private final InstantSource time;
  private final Channel channel;
  private final WebhookCheck check;
  private final ReportForm form;

  /** When a name that no message has was reported first. */
  private final Map<String, Instant> strangers = new LinkedHashMap<>();

  /**
   * Makes it.
   *
   * @param channel whose messages are reported
   * @param check proves a report to be the gateway's (S2)
   * @param alerts of messages that failed on their way; must not block
   */
  public NotificationReports(
      CaseStore store,
      InstantSource time,
      Channel channel,
      WebhookCheck check,
      ReportForm form,
      Consumer<Alert> alerts) {
    this.store = store;
    this.receipts = new Receipts(CaseNotices.stores(store), alerts);
    this.time = time;
    this.channel = channel;
    this.check = check;
    this.form = form;
  }

  /** The headers that prove a report; no other is asked for (S3). */
  public WebhookHeaders headersOf(Function<String, List<String>> valuesOf) {
    return check.headersOf(valuesOf);
  }

  /**
   * Takes one report; the same one again changes nothing.
   *
   * @return completes once what it says is durable; fails with {@link StoreException} when nothing
   *     was kept (503), as at first for a message that is not known: the report may have overtaken
   *     the answer that names it
   */
  public CompletableFuture<Answer> receive(WebhookHeaders headers, byte[] body) {
    Verdict verdict = check.verify(headers, body);
    if (verdict instanceof Verdict.Refused refused) {
      return CompletableFuture.completedFuture(new Answer.Refused(refused.reason()));
    }
    if (verdict instanceof Verdict.Malformed malformed) {
      return CompletableFuture.completedFuture(new Answer.Malformed(malformed.detail()));
    }
    Optional<Reported> reported = form.read(body);
    if (reported.isEmpty()) {
      LOG.warn("a report of {} names no message, or no state of one", channel.target());
      return CompletableFuture.completedFuture(kept(UNREADABLE));
    }
    return reported
        .get()
        .report()
        .map(report -> record(reported.get().reference(), report))
        .orElseGet(() -> CompletableFuture.completedFuture(kept(OTHER_WORD)));
  }

  private CompletableFuture<Answer> record(String reference, Receipts.Report report) {
    Instant now = time.instant();
    return store.submit(
        tx -> {
          if (receipts.reported(tx, channel, reference, report, now)) {
            return kept(TAKEN);
          }
          if (mayBeEarly(reference, now)) {
            throw new StoreException("no message is known by the name that a report gives it");
          }
          LOG.warn("{} reports on a message that is not ours; it is not asked again", channel);
          return kept(UNKNOWN);
        });
  }

  /** Whether the answer that names the message may still be on its way. */
  private boolean mayBeEarly(String reference, Instant now) {
    synchronized (strangers) {
      Instant first = strangers.computeIfAbsent(reference, it -> now);
      if (strangers.size() > STRANGERS_MAX) {
        strangers.remove(strangers.keySet().iterator().next());
      }
      return now.isBefore(first.plus(EARLY_MAX));
    }
  }

  private static Answer kept(String code) {
    return new Answer.Kept(new Receipt("", false, code, ""));
  }
}
