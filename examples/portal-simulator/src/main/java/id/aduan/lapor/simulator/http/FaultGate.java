package id.aduan.lapor.simulator.http;

import id.aduan.lapor.simulator.fault.Fault;
import id.aduan.lapor.simulator.fault.FaultKind;
import id.aduan.lapor.simulator.fault.Faults;
import id.aduan.lapor.simulator.fault.Place;
import id.aduan.lapor.simulator.http.Answer.Cut;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Stands between the wire and the portal, and lets calls go wrong as ordered: late, refused,
 * answered by a gateway, done and not told, told and not done. Safe for threads; a late answer
 * holds one of the server's threads.
 */
public final class FaultGate implements AutoCloseable {
  private final Faults faults;
  private final CountDownLatch closed = new CountDownLatch(1);

  /** Does what the call asks for. */
  public interface Effect {
    Answer answer() throws IOException;
  }

  public FaultGate(Faults faults) {
    this.faults = faults;
  }

  /**
   * The answer to one call.
   *
   * @param complaintId empty where the call names none
   */
  public Answer pass(Place place, String complaintId, Effect effect) throws IOException {
    Optional<Fault> late = faults.hit(FaultKind.LATENCY, place, complaintId);
    if (late.isPresent()) {
      await(late.get());
    }
    Optional<Answer> instead = instead(place, complaintId, effect);
    return instead.isPresent() ? instead.get() : told(place, complaintId, effect.answer());
  }

  private Optional<Answer> instead(Place place, String complaintId, Effect effect)
      throws IOException {
    if (faults.hit(FaultKind.LOST_REQUEST, place, complaintId).isPresent()) {
      return Optional.of(Answer.of(500, "text/plain", "").withCut(Cut.BEFORE));
    }
    Optional<Fault> status = faults.hit(FaultKind.STATUS, place, complaintId);
    if (status.isPresent()) {
      return status.map(FaultGate::refusal);
    }
    Optional<Fault> page = faults.hit(FaultKind.GATEWAY_PAGE, place, complaintId);
    Optional<Fault> replaced =
        page.isPresent() ? page : faults.hit(FaultKind.ERROR_BODY, place, complaintId);
    if (replaced.isPresent() && replaced.get().is("effect", "yes")) {
      effect.answer();
    }
    return replaced.map(
        it -> it.kind() == FaultKind.GATEWAY_PAGE ? GatewayPages.page(it) : errorBody(place));
  }

  private Answer told(Place place, String complaintId, Answer answer) {
    Answer told = answer;
    boolean isDone = answer.status() / 100 == 2;
    if (isDone && faults.hit(FaultKind.WITHOUT_ID, place, complaintId).isPresent()) {
      told = answer.withBody(place == Place.STREAM ? "<lapor/>" : "{\"message\":\"Berhasil\"}");
    }
    Optional<Fault> lost = faults.hit(FaultKind.LOST_ANSWER, place, complaintId);
    return lost.isPresent()
        ? told.withCut(lost.get().is("cut", "within") ? Cut.WITHIN : Cut.BEFORE)
        : told;
  }

  private static Answer refusal(Fault fault) {
    Answer answer =
        Answer.of(
            fault.number("status"), "application/json", "{\"message\":\"Terjadi kesalahan.\"}");
    String retryAfter = fault.parameter("retryAfter");
    return retryAfter.isEmpty() ? answer : answer.withHeader("Retry-After", retryAfter);
  }

  private static Answer errorBody(Place place) {
    String message = "Terjadi kesalahan sistem.";
    return place == Place.STREAM
        ? Answer.of(200, "text/xml; charset=UTF-8", "<lapor><error>" + message + "</error></lapor>")
        : Answer.of(200, "application/json", "{\"message\":\"" + message + "\"}");
  }

  private void await(Fault late) {
    int millis = late.number("millis");
    String most = late.parameter("millisMax");
    int wait =
        most.isEmpty() || Integer.parseInt(most) <= millis
            ? millis
            : faults.between(millis, Integer.parseInt(most));
    try {
      // Only the closing of the simulator ends it early, and then nobody reads the answer.
      boolean unused = closed.await(wait, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends all waits. */
  @Override
  public void close() {
    closed.countDown();
  }
}
