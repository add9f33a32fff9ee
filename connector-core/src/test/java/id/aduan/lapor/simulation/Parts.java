package id.aduan.lapor.simulation;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.delivery.DeliveryTarget;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.mapping.Mappings;
import id.aduan.lapor.notification.Notifications;
import id.aduan.lapor.portal.Portal;
import id.aduan.lapor.sync.AgencyDelivery;
import id.aduan.lapor.sync.AgencyPoll;
import id.aduan.lapor.sync.AnswerIntake;
import id.aduan.lapor.sync.AnswerRules;
import id.aduan.lapor.sync.CaseNotices;
import id.aduan.lapor.sync.CaseStore;
import id.aduan.lapor.sync.ComplaintFiles;
import id.aduan.lapor.sync.ComplaintIntake;
import id.aduan.lapor.sync.DeadlineSweep;
import id.aduan.lapor.sync.IntakeParts;
import id.aduan.lapor.sync.PendingArrivals;
import id.aduan.lapor.sync.PortalDelivery;
import id.aduan.lapor.sync.PortalFetch;
import id.aduan.lapor.sync.PortalPoll;
import id.aduan.lapor.sync.Reception;
import id.aduan.lapor.sync.Timekeeper;
import id.aduan.lapor.sync.Unfamiliar;
import id.aduan.lapor.sync.WebhookIntake;
import id.aduan.lapor.webhook.TokenVerifier;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The real parts of one process, put together as the connector does. */
record Parts(
    Scene scene,
    CaseStore store,
    Portal portal,
    InstantSource time,
    ComplaintIntake intake,
    AnswerIntake answers,
    Timekeeper timekeeper,
    CaseNotices notices) {
  static final String TOKEN = "zzpii-token-of-a-simulation";
  private static final TokenVerifier CHECK = TokenVerifier.of("x-token", List.of(TOKEN));

  static Parts of(
      Scene scene, CaseStore store, Portal portal, InstantSource time, Consumer<String> wake) {
    Timekeeper timekeeper = new Timekeeper(store, scene.ground().deadlines());
    CaseNotices notices =
        new CaseNotices(store, scene.ground().deadlines(), Notifications.NONE, wake);
    Mappings mappings = Mappings.of(scene.ground().mapping());
    IntakeParts intake =
        new IntakeParts(
            portal,
            mappings,
            timekeeper,
            notices,
            code -> scene.agency(code).updates,
            Unfamiliar.UNHEARD,
            wake,
            ComplaintFiles.NONE);
    AnswerIntake answers =
        new AnswerIntake(
            store, portal, notices, timekeeper, AnswerRules.DEFAULT.by(mappings), wake);
    return new Parts(
        scene,
        store,
        portal,
        time,
        new ComplaintIntake(store, intake),
        answers,
        timekeeper,
        notices);
  }

  WebhookIntake webhooks() {
    Reception reception = new Reception(store, time, alert -> {});
    return new WebhookIntake(reception, CHECK, new PendingArrivals(reception, portal, intake));
  }

  PortalPoll portalPoll() {
    return new PortalPoll(store, portal, intake, time);
  }

  AgencyPoll agencyPoll(AgencyCode code, Wire wire) {
    return new AgencyPoll(code, wire.agency(scene.agency(code)), store, answers, time);
  }

  DeadlineSweep sweep() {
    return new DeadlineSweep(store, scene.ground().deadlines(), timekeeper, notices, time);
  }

  Map<String, DeliveryTarget> targets(Wire wire) {
    Map<String, DeliveryTarget> targets = new TreeMap<>();
    targets.put(Targets.PORTAL, new PortalDelivery(portal, store, timekeeper, time));
    targets.put(Targets.PORTAL_READ, new PortalFetch(portal, store, intake, time));
    for (AgencyCode code : Ground.AGENCIES) {
      AgencyAdapter adapter = wire.agency(scene.agency(code));
      targets.put(
          code.value(), new AgencyDelivery(code, adapter, store, answers, timekeeper, time));
    }
    return targets;
  }

  static Optional<List<String>> header(String name) {
    return name.equals("x-token") ? Optional.of(List.of(TOKEN)) : Optional.empty();
  }
}
