package id.aduan.lapor.routes;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.agency.Capability;
import id.aduan.lapor.agency.ChangePage;
import id.aduan.lapor.agency.TicketChange;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.privacy.AgencyComplaint;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** An agency's system in memory. */
final class FakeAgency implements AgencyAdapter {
  final List<String> tickets = new CopyOnWriteArrayList<>();
  final List<TicketChange> changes = new CopyOnWriteArrayList<>();
  final AtomicInteger reads = new AtomicInteger();
  volatile Runnable beforeStoring = () -> {};
  volatile Runnable beforeReading = () -> {};

  void answers(String id) {
    changes.add(
        new TicketChange(
            "" + (changes.size() + 1),
            "T-" + id,
            id,
            Instant.parse("2026-11-23T05:00:00Z"),
            true,
            "Lampu sudah menyala kembali.",
            "SELESAI",
            List.of()));
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.FIND, Capability.CHANGES);
  }

  @Override
  public DeliveryResult open(AgencyComplaint complaint, IdempotencyKey key) {
    beforeStoring.run();
    String ticket = "T-" + complaint.facts().id();
    tickets.add(ticket);
    return new DeliveryResult.Accepted(ticket);
  }

  @Override
  public Lookup find(Reference reference) {
    return tickets.contains("T-" + reference)
        ? new Lookup.Found("T-" + reference)
        : new Lookup.Absent();
  }

  @Override
  public ChangePage changes(String cursor) {
    reads.incrementAndGet();
    beforeReading.run();
    int from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
    int end = changes.size();
    return new ChangePage(changes.subList(from, end), "" + end, false);
  }
}
