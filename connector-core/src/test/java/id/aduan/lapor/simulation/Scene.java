package id.aduan.lapor.simulation;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.delivery.OnwardTime;
import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.store.jdbc.SteppedStore;
import id.aduan.lapor.sync.WebhookIntake;
import id.aduan.lapor.sync.WebhookIntake.Answer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;

/**
 * What all nodes of one run have in common.
 *
 * @param ran the slots that were run
 * @param shared whether several nodes share one database and go by its clock
 */
@SuppressWarnings("ArrayRecordComponent") // handed through, never compared
record Scene(
    Course course,
    Ground ground,
    Plant plant,
    PortalModel portal,
    Map<AgencyCode, AgencyModel> agencies,
    Set<String> ran,
    boolean shared) {

  AgencyModel agency(AgencyCode code) {
    return Optional.ofNullable(agencies.get(code)).orElseThrow();
  }

  long databaseMillis() {
    return course.now().plus(course.databaseAhead).toEpochMilli();
  }

  InstantSource clockOf(Node node) {
    return shared
        ? SteppedStore.clock(course::nanos, this::databaseMillis)
        : new OnwardTime(node::clock, course::nanos);
  }

  /** Hands a callback in; true if it was acknowledged, and then it is kept. */
  boolean acknowledged(WebhookIntake webhooks, byte[] callback) {
    Answer answer;
    try {
      answer =
          webhooks
              .receive(webhooks.headersOf(name -> Parts.header(name).orElse(List.of())), callback)
              .join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof StoreException) {
        return false;
      }
      throw course.fail("a callback ended with " + e.getCause());
    }
    course.require(
        answer instanceof Answer.Kept kept && !kept.receipt().quarantined(),
        "a genuine callback was answered " + answer);
    String id = HexFormat.of().formatHex(sha256(callback));
    course.require(
        ground
            .store()
            .look((store, tx) -> store.inbox().find(tx, "portal.webhook", id))
            .isPresent(),
        "C1: a callback was acknowledged and is not kept");
    return true;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
