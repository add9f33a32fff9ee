package id.aduan.lapor.adapter.rest;

import id.aduan.lapor.agency.wire.HttpEndpoint;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryResult.Accepted;
import id.aduan.lapor.delivery.DeliveryResult.Unknown;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpFailure;
import id.aduan.lapor.http.HttpTransport;
import id.aduan.lapor.json.ExpressionFailure;
import id.aduan.lapor.wire.HttpOutcome;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Puts a file to a ticket, by one call or by two. Of two only the second puts anything there: an
 * upload whose end nobody knows lies at no ticket, so that it is tried again, and uses up attempts
 * of this file alone (C7). Safe for use by many threads.
 */
record FileSending(String name, HttpEndpoint endpoint, HttpTransport http, InstantSource clock) {

  DeliveryResult send(Attaching by, Attaching.Sent sent, IdempotencyKey key) {
    if (by.upload().isEmpty()) {
      return called(by.call(), sent, Optional.of(key));
    }
    DeliveryResult uploaded = called(by.upload().get(), sent, Optional.empty());
    if (uploaded instanceof Accepted known) {
      Attaching.Sent named = new Attaching.Sent(sent.ticket(), sent.file(), known.reference());
      return called(by.call(), named, Optional.of(key));
    }
    return uploaded instanceof Unknown unknown
        ? DeliveryResult.entryTrouble(
            "the file was put to no ticket, since the end of its upload is not known: "
                + unknown.detail())
        : uploaded;
  }

  /**
   * Makes a call.
   *
   * @param key empty where a repetition is harmless
   */
  private DeliveryResult called(
      Attaching.Step step, Attaching.Sent sent, Optional<IdempotencyKey> key) {
    Map<String, String> headers = new HashMap<>(Map.of("Accept", "application/json"));
    key.ifPresent(it -> headers.put("Idempotency-Key", it.value()));
    HttpCall call;
    try {
      call =
          step.patient(
              endpoint.call(
                  step.method(), step.path(sent), headers, Optional.of(step.form().body(sent))));
    } catch (ExpressionFailure e) {
      return new DeliveryResult.Refused(
          "mapping.failed", "the file for " + name + " " + e.getMessage() + "; nothing was sent");
    }
    try {
      return Outcome.of(
          step.rules(), sent.file().name(), call, http.exchange(call), clock.instant());
    } catch (HttpFailure e) {
      return HttpOutcome.of(e);
    }
  }
}
