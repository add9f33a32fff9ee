package id.aduan.lapor.runner;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryTarget;
import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.http.RecordingTransport;
import id.aduan.lapor.notification.Notifications;
import id.aduan.lapor.portal.Portal;
import id.aduan.lapor.runner.answer.ParkedRequest;
import id.aduan.lapor.runner.config.AgencyConfig;
import id.aduan.lapor.runner.config.RunnerConfig;
import id.aduan.lapor.sync.AgencyDelivery;
import id.aduan.lapor.sync.AnswerIntake;
import id.aduan.lapor.sync.AnswerRules;
import id.aduan.lapor.sync.CaseNotices;
import id.aduan.lapor.sync.CaseStore;
import id.aduan.lapor.sync.PortalDelivery;
import id.aduan.lapor.sync.PortalForwarding;
import id.aduan.lapor.sync.Timekeeper;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Shows how an entry would go out: by another adapter of the same settings, whose only way out is
 * one that notes and sends nothing. Safe for use by many threads.
 */
final class DryRun {
  static final String LOOKED_UP_FIRST =
      "it is looked up first; this goes out only if it is absent twice";

  private final RunnerConfig config;
  private final CaseStore store;
  private final InstantSource time;
  private final RandomGenerator chance;

  DryRun(RunnerConfig config, CaseStore store, InstantSource time, RandomGenerator chance) {
    this.config = config;
    this.store = store;
    this.time = time;
    this.chance = chance;
  }

  ParkedRequest of(Envelope envelope) {
    RecordingTransport recorder = new RecordingTransport();
    Portal portal = config.portal().wire().open(recorder, time, chance);
    String id = Long.toString(envelope.id());
    return switch (envelope.lane().target()) {
      case Targets.PORTAL_READ -> shown(id, recorder, read(portal, envelope), "");
      case Targets.PORTAL ->
          envelope.operation().equals(PortalForwarding.FORWARD)
              ? ParkedRequest.of(id, List.of(), "a complaint that is given back on the portal")
              : shown(
                  id, recorder, envelope, new PortalDelivery(portal, store, timekeeper(), time));
      case Targets.FILES ->
          ParkedRequest.of(id, List.of(), "files to be fetched; 'lapor files list' tells which");
      case Targets.PORTAL_FILING ->
          ParkedRequest.of(id, List.of(), "a step of a report; 'lapor file show' tells of it");
      case Targets.NOTIFY_EMAIL, Targets.NOTIFY_WEBHOOK, Targets.NOTIFY_SMS ->
          ParkedRequest.of(id, List.of(), "a message to an official; its text is not shown");
      default -> ofAgency(envelope, id, recorder, portal);
    };
  }

  private Timekeeper timekeeper() {
    return new Timekeeper(store, config.deadlines());
  }

  /** Ends as the recorder lets every call end. */
  private static DeliveryResult read(Portal portal, Envelope envelope) {
    try {
      return new DeliveryResult.Accepted(
          portal.complaint(envelope.lane().complaint()).complaint().id().value());
    } catch (FarEndException e) {
      return DeliveryResult.targetTrouble(e.getMessage());
    }
  }

  private ParkedRequest ofAgency(
      Envelope envelope, String id, RecordingTransport recorder, Portal portal) {
    Optional<AgencyConfig> agency =
        config.agencies().stream()
            .filter(it -> it.code().value().equals(envelope.lane().target()))
            .findFirst();
    if (agency.isEmpty()) {
      throw new IllegalStateException("what would be sent has no agency");
    }
    try (AgencyAdapter adapter = agency.get().twin().apply(recorder)) {
      AgencyDelivery target =
          new AgencyDelivery(
              agency.get().code(),
              adapter,
              store,
              new AnswerIntake(
                  store,
                  portal,
                  new CaseNotices(store, config.deadlines(), Notifications.NONE, woken -> {}),
                  timekeeper(),
                  AnswerRules.DEFAULT,
                  woken -> {}),
              timekeeper(),
              time);
      return shown(id, recorder, target.rehearse(envelope), lookedUpFirst(envelope, target));
    }
  }

  private static ParkedRequest shown(
      String id, RecordingTransport recorder, Envelope envelope, DeliveryTarget target) {
    return shown(id, recorder, target.deliver(envelope), lookedUpFirst(envelope, target));
  }

  private static String lookedUpFirst(Envelope envelope, DeliveryTarget target) {
    return envelope.uncertain() && !target.honoursKeys(envelope) ? LOOKED_UP_FIRST : "";
  }

  /** Without a request, the adapter's own words say why; they name no person. */
  private static ParkedRequest shown(
      String id, RecordingTransport recorder, DeliveryResult result, String first) {
    boolean refused = recorder.calls().isEmpty() && result instanceof DeliveryResult.Refused;
    String why = refused ? ((DeliveryResult.Refused) result).detail() : first;
    return ParkedRequest.of(id, recorder.calls(), why);
  }
}
