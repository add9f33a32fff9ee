package id.aduan.lapor;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.agency.AgencyFile;
import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.agency.Capability;
import id.aduan.lapor.agency.ChangePage;
import id.aduan.lapor.agency.ChangePage.Unreadable;
import id.aduan.lapor.agency.OutgoingFile;
import id.aduan.lapor.agency.PushedMessage;
import id.aduan.lapor.agency.TicketChange;
import id.aduan.lapor.complaint.Attachment;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.privacy.AgencyComplaint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** An agency's system in memory: it counts its tickets and misbehaves on request. */
public final class FakeAgency implements AgencyAdapter {
  private final List<AgencyComplaint> tickets = new ArrayList<>();
  private final List<TicketChange> changes = new ArrayList<>();
  private final List<Unreadable> unreadable = new ArrayList<>();
  private final List<AgencyComplaint> updates = new ArrayList<>();
  private final Map<String, AgencyFile> files = new HashMap<>();
  private Function<AgencyComplaint, DeliveryResult> behaviour = this::store;
  private Function<AgencyComplaint, DeliveryResult> updating = this::set;
  private final List<String> attached = new ArrayList<>();
  private Function<OutgoingFile, DeliveryResult> attaching = this::keep;
  private Set<Capability> capabilities =
      Set.of(Capability.FIND, Capability.CHANGES, Capability.PUSH);

  /** Stores a ticket and says so. */
  public synchronized DeliveryResult store(AgencyComplaint complaint) {
    tickets.add(complaint);
    return new DeliveryResult.Accepted(numberOf(complaint.facts().reference()));
  }

  public synchronized void behaves(Function<AgencyComplaint, DeliveryResult> newBehaviour) {
    behaviour = newBehaviour;
  }

  /** Sets what a ticket says, and says so. */
  public synchronized DeliveryResult set(AgencyComplaint complaint) {
    updates.add(complaint);
    return new DeliveryResult.Accepted(numberOf(complaint.facts().reference()));
  }

  public synchronized void updates(Function<AgencyComplaint, DeliveryResult> newBehaviour) {
    updating = newBehaviour;
  }

  /** What its tickets were set to, in the order of its doing so. */
  public synchronized List<AgencyComplaint> updates() {
    return List.copyOf(updates);
  }

  public synchronized void can(Set<Capability> newCapabilities) {
    capabilities = newCapabilities;
  }

  public synchronized void writes(TrackingId complaint, String text, boolean isPublic) {
    add(numberOf(complaint), "", text, isPublic);
  }

  /** Says in public of this ticket what it likes, under this reference of ours. */
  public synchronized void tells(String ticket, String reference, String text) {
    add(ticket, reference, text, true);
  }

  /** Says this in public of its ticket, with files. */
  public synchronized void writes(TrackingId complaint, String text, List<Attachment> files) {
    add(numberOf(complaint), "", text, true, "DIKERJAKAN", files);
  }

  /** Says this in public of its ticket, whose status is then this. */
  public synchronized void says(TrackingId complaint, String text, String status) {
    add(numberOf(complaint), "", text, true, status, List.of());
  }

  private void add(String ticket, String reference, String text, boolean isPublic) {
    add(ticket, reference, text, isPublic, "DIKERJAKAN", List.of());
  }

  private void add(
      String ticket,
      String reference,
      String text,
      boolean isPublic,
      String status,
      List<Attachment> attachments) {
    changes.add(
        new TicketChange(
            "" + (changes.size() + 1),
            ticket,
            reference,
            Instant.parse("2026-11-23T05:00:00Z"),
            isPublic,
            text,
            status,
            attachments));
  }

  /** What becomes of asking for the file of this address. */
  public synchronized void keeps(String address, AgencyFile file) {
    files.put(address, file);
  }

  @Override
  public synchronized AgencyFile file(Attachment attachment, int bytesMax) {
    return files.getOrDefault(attachment.url(), new AgencyFile.Missing("unknown"));
  }

  /** Writes what stands on every page from now on and cannot be read. */
  public synchronized void garbles(String raw) {
    unreadable.add(new Unreadable(raw.getBytes(StandardCharsets.UTF_8), "has no 'id'"));
  }

  public synchronized List<AgencyComplaint> tickets() {
    return List.copyOf(tickets);
  }

  private static String numberOf(TrackingId id) {
    return numberOf(Reference.of(id));
  }

  /** Each time that a case comes it gets a ticket of its own. */
  private static String numberOf(Reference reference) {
    return "TKT-" + reference;
  }

  @Override
  public synchronized Set<Capability> capabilities() {
    return capabilities;
  }

  @Override
  public DeliveryResult open(AgencyComplaint complaint, IdempotencyKey key) {
    Function<AgencyComplaint, DeliveryResult> now;
    synchronized (this) {
      now = behaviour;
    }
    return now.apply(complaint);
  }

  @Override
  public DeliveryResult update(AgencyComplaint complaint, AgencyTicket ticket, IdempotencyKey key) {
    Function<AgencyComplaint, DeliveryResult> now;
    synchronized (this) {
      now = updating;
    }
    return ticket.number().equals(numberOf(complaint.facts().reference()))
        ? now.apply(complaint)
        : new DeliveryResult.Refused("http.404", "no such ticket");
  }

  /** What was put to tickets, in the order of its doing so: ticket, name and content. */
  public synchronized List<String> attached() {
    return List.copyOf(attached);
  }

  public synchronized void attaching(Function<OutgoingFile, DeliveryResult> newBehaviour) {
    attaching = newBehaviour;
  }

  /** Stores a file and says so. */
  public synchronized DeliveryResult keep(OutgoingFile file) {
    try (InputStream in = file.content().open()) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      attached.add(file.name() + " " + file.type() + " " + text);
    } catch (IOException e) {
      return DeliveryResult.entryTrouble("unreadable");
    }
    return new DeliveryResult.Accepted("B" + attached.size());
  }

  @Override
  public DeliveryResult attach(AgencyTicket ticket, OutgoingFile file, IdempotencyKey key) {
    Function<OutgoingFile, DeliveryResult> now;
    synchronized (this) {
      now = attaching;
    }
    return ticket.number().equals(numberOf(file.reference()))
        ? now.apply(file)
        : new DeliveryResult.Refused("http.404", "no such ticket");
  }

  @Override
  public synchronized Lookup findFile(AgencyTicket ticket, OutgoingFile file) {
    return attached.stream().anyMatch(it -> it.startsWith(file.name() + " "))
        ? new Lookup.Found(file.name())
        : new Lookup.Absent();
  }

  @Override
  public synchronized Lookup find(Reference reference) {
    return tickets.stream().anyMatch(ticket -> ticket.facts().reference().equals(reference))
        ? new Lookup.Found(numberOf(reference))
        : new Lookup.Absent();
  }

  @Override
  public synchronized ChangePage changes(String cursor) {
    int from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
    return new ChangePage(
        changes.subList(from, changes.size()), unreadable, "" + changes.size(), false);
  }

  /** Reads the changes of these ids, separated by commas; {@code ?} cannot be read. */
  @Override
  public synchronized PushedMessage pushed(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    if (text.isBlank()) {
      return new PushedMessage.Broken("payload.shape");
    }
    List<TicketChange> told = new ArrayList<>();
    List<Unreadable> broken = new ArrayList<>();
    for (String id : text.split(",", -1)) {
      if (id.equals("?")) {
        broken.add(new Unreadable(body, "has no 'id'"));
      } else {
        told.add(changes.get(Integer.parseInt(id) - 1));
      }
    }
    return new PushedMessage.Changes(told, broken);
  }
}
