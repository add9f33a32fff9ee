package id.aduan.lapor.bintan.demo;

import id.aduan.lapor.bintan.demo.Reckoning.Answer;
import id.aduan.lapor.bintan.demo.Reckoning.Result;
import id.aduan.lapor.bintan.demo.Reckoning.Seen;
import id.aduan.lapor.bintan.demo.Reckoning.Ticket;
import id.aduan.lapor.bintan.desk.Entry;
import id.aduan.lapor.bintan.desk.Hashes;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.simulator.EvidenceFile;
import id.aduan.lapor.simulator.OfferedComplaint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Looks into the ledgers of the three far ends and into the connector's store. */
record Observer(World world, StoreView store) {

  Result reckon() {
    return Reckoning.of(seen());
  }

  /** Whether everything offered is filed and answered, and every answer is published. */
  boolean isQuiet() {
    Seen seen = seen();
    return filedOf(seen).containsAll(unparked(seen))
        && allAnswered()
        && store.unsettled() == 0
        && reckon().lostOnes().isEmpty();
  }

  private boolean allAnswered() {
    try {
      return world.officers().awaitAllAnswered(Duration.ZERO);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Set<String> filedOf(Seen seen) {
    Set<String> filed = new HashSet<>();
    seen.filed().forEach(ticket -> filed.add(ticket.complaint()));
    return filed;
  }

  private static Set<String> unparked(Seen seen) {
    Set<String> unparked = new HashSet<>(seen.offered());
    unparked.removeAll(seen.parked());
    return unparked;
  }

  private Seen seen() {
    Set<String> offered = new HashSet<>();
    for (OfferedComplaint complaint : world.portal().ledger().complaints()) {
      offered.add(complaint.complaintId());
    }
    List<Ticket> filed = new ArrayList<>();
    List<Answer> answered = new ArrayList<>();
    for (var ledger : List.of(world.opd().ledger(), world.landOffice().ledger())) {
      ledger
          .tickets()
          .forEach(
              ticket ->
                  filed.add(
                      new Ticket(
                          ticket.unit().toLowerCase(Locale.ROOT),
                          ticket.reference(),
                          ticket.number())));
      for (Entry answer : ledger.answers()) {
        answered.add(new Answer(answer.reference(), answer.text()));
      }
    }
    List<Answer> published = new ArrayList<>();
    world
        .portal()
        .ledger()
        .followUps()
        .forEach(followUp -> published.add(new Answer(followUp.complaintId(), followUp.content())));
    Set<String> parked = store.parked();
    return new Seen(offered, filed, store.linked(), answered, published, parked, files(parked));
  }

  private FileReckoning.Seen files(Set<String> parked) {
    List<FileReckoning.Offered> offered = new ArrayList<>();
    for (OfferedComplaint each : world.portal().ledger().complaints()) {
      for (EvidenceFile file : each.complaint().evidence()) {
        offered.add(new FileReckoning.Offered(each.complaintId(), Hashes.sha256(file.bytes())));
      }
    }
    Set<String> takers = new HashSet<>();
    world.opd().ledger().tickets().forEach(ticket -> takers.add(complaint(ticket.reference())));
    List<FileReckoning.Taken> taken =
        world.opd().ledger().files().stream()
            .map(
                file ->
                    new FileReckoning.Taken(
                        complaint(file.reference()), file.number(), file.name(), file.sha256()))
            .toList();
    return new FileReckoning.Seen(offered, store.files(), taken, takers, parked);
  }

  /** A case that went to an agency again has a number behind its reference. */
  private static String complaint(String reference) {
    return Reference.parse(reference).complaint().value();
  }
}
