package id.aduan.lapor;

import static org.awaitility.Awaitility.await;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Category;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Institution;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.Status.Actor;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.sync.AnswerRules;
import id.aduan.lapor.sync.CaseAnswer;
import id.aduan.lapor.sync.CaseQueue;
import id.aduan.lapor.sync.CoordinatorRules;
import id.aduan.lapor.sync.DeliverMode;
import id.aduan.lapor.sync.Operator;
import id.aduan.lapor.sync.ReplyRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A connector with a coordinator, between a portal that forwards and two agencies in memory. */
abstract class CoordinatorRig extends ConnectorRig {
  static final AgencyCode DISHUB = new AgencyCode("dishub");
  static final AgencyCode KANTAH = new AgencyCode("kantah");
  static final Operator RINA = new Operator("rina", "bukan urusan kami");
  static final String OURS = "30011";
  static final String LAND_OFFICE = "40022";
  static final String ELSEWHERE = "50033";
  final FaultyFiler filer = new FaultyFiler(portal);
  final AtomicInteger unexpected = new AtomicInteger();

  DeliverMode deliver() {
    return DeliverMode.AUTOMATIC;
  }

  @Override
  LaporConnectorBuilder configure(LaporConnectorBuilder builder) {
    Path file = dir.resolve("own.yaml");
    try {
      Files.writeString(
          file,
          """
          version: "2026-11-02"
          default: dishub
          institutions:
            - {id: 30011, agency: dishub}
            - {id: 40022, agency: kantah}
          categories:
            - agency: dishub
              ids: [1398]
            - agency: kantah
              ids: [932]
          agencies:
            dishub:
              statuses:
                from: {PROSES: in_progress, SELESAI: done}
            kantah: {name: Kantor Pertanahan}
          """);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return builder
        .mapping(Mapping.load(file, Set.of("dishub", "kantah")))
        .listener(
            new ConnectorListener() {
              @Override
              public void unexpectedTransition() {
                unexpected.incrementAndGet();
              }
            })
        .answers(new AnswerRules(ReplyRules.DEFAULT, Map.of(DISHUB, List.of("BUKAN WEWENANG"))))
        .coordinator(
            new CoordinatorRules(deliver(), Optional.of(filer), Map.of(KANTAH, LAND_OFFICE)));
  }

  /** A complaint as the portal has it. */
  static Complaint complaint(String id, String category, String institution, Stage stage) {
    Complaint like = Samples.complaint(id, category);
    return new Complaint(
        like.id(),
        like.title(),
        like.content(),
        category.isEmpty() ? Optional.empty() : Optional.of(new Category(category, "")),
        like.classification(),
        like.channel(),
        like.visibility(),
        like.receivedAt(),
        like.incidentOn(),
        like.location(),
        new Status(stage, Actor.UNKNOWN, stage.name()),
        institution.isEmpty() ? Optional.empty() : Optional.of(new Institution(institution, "")),
        List.of(),
        like.reporter(),
        List.of());
  }

  final void tells(String id, String category, String institution, Stage stage) {
    portal.put(Samples.state(Samples.fresh(complaint(id, category, institution, stage))));
  }

  final void awaitStory(String id, Action action) {
    await().until(() -> story(id).contains(action));
  }

  final void awaitStory(String id, Action action, int times) {
    await().until(() -> story(id).stream().filter(action::equals).count() >= times);
  }

  final List<String> told(String id, Action action) {
    return connector.store().read(tx -> connector.store().audit().about(tx, id)).stream()
        .filter(entry -> entry.action() == action)
        .map(AuditEntry::detail)
        .toList();
  }

  final CaseAnswer assign(String id, AgencyCode... to) {
    return connector.cases().assign(new TrackingId(id), List.of(to), RINA);
  }

  /** Confirms what the list shows at this moment. */
  final CaseAnswer confirm(String id) {
    return confirm(id, mark(id));
  }

  final CaseAnswer confirm(String id, Optional<String> shown) {
    return connector.cases().confirm(new TrackingId(id), shown, RINA);
  }

  final Optional<String> mark(String id) {
    return connector.cases().list(CaseQueue.Filter.ALL).items().stream()
        .filter(it -> it.complaint().value().equals(id))
        .flatMap(it -> it.proposal().stream())
        .findFirst();
  }

  final CaseAnswer giveBack(String id, String institution) {
    return connector
        .cases()
        .giveBack(
            new TrackingId(id),
            institution.isEmpty() ? Optional.empty() : Optional.of(institution),
            RINA);
  }

  /** What waits, each as {@code KIND complaint agencies}. */
  final List<String> queue() {
    return connector.cases().list(CaseQueue.Filter.ALL).items().stream()
        .map(
            it ->
                it.kind()
                    + " "
                    + it.complaint()
                    + " "
                    + it.agencies()
                    + (it.asked() ? " asked" : ""))
        .toList();
  }
}
