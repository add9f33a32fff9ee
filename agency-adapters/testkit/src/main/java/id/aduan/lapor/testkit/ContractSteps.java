package id.aduan.lapor.testkit;

import static id.aduan.lapor.testkit.SampleComplaints.REPORTER_MARKER;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.agency.ChangePage;
import id.aduan.lapor.agency.FileName;
import id.aduan.lapor.agency.OutgoingFile;
import id.aduan.lapor.agency.TicketChange;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lane;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.http.Content;
import id.aduan.lapor.http.Contents;
import id.aduan.lapor.privacy.AgencyComplaint;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** What the contracts do again and again. */
final class ContractSteps {
  static final String OURS = "8123456";
  static final String OTHER = "8123457";
  private static final int PAGES_MAX = 50;
  private static final AgencyCode AGENCY = new AgencyCode("contract");

  private ContractSteps() {}

  static DeliveryResult open(AgencyFixture fixture, AgencyComplaint complaint) {
    return fixture.adapter().open(complaint, key(complaint.facts().id().value(), "open"));
  }

  static DeliveryResult update(AgencyFixture fixture, String ticket, AgencyComplaint complaint) {
    return fixture
        .adapter()
        .update(
            complaint,
            new AgencyTicket(AGENCY, ticket),
            key(complaint.facts().id().value(), "update"));
  }

  /** A file of so many bytes, always the same; its content is read as it goes out. */
  static OutgoingFile file(int place, String name, int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    Reference ours = Reference.of(new TrackingId(OURS));
    return new OutgoingFile(
        ours,
        place,
        FileName.of(ours, place, name, "image/jpeg"),
        "image/jpeg",
        sha256(bytes),
        Contents.concat(List.of(Content.of(bytes), Content.of(new byte[0]))));
  }

  static OutgoingFile with(OutgoingFile file, Content content) {
    return new OutgoingFile(
        file.reference(), file.place(), file.name(), file.type(), file.sha256(), content);
  }

  /** In hexadecimal. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static DeliveryResult attach(AgencyFixture fixture, String ticket, OutgoingFile file) {
    return fixture
        .adapter()
        .attach(new AgencyTicket(AGENCY, ticket), file, key(OURS, "attach " + file.place()));
  }

  static Lookup findFile(AgencyFixture fixture, String ticket, OutgoingFile file) {
    return fixture.adapter().findFile(new AgencyTicket(AGENCY, ticket), file);
  }

  static IdempotencyKey key(String trackingId, String operation) {
    Lane lane = new Lane(new TrackingId(trackingId), AGENCY.value());
    return IdempotencyKey.of(lane, operation, "1");
  }

  static StoredTicket onlyTicket(AgencyFixture fixture) {
    List<StoredTicket> tickets = fixture.farEnd().tickets();
    assertThat(tickets).hasSize(1);
    return tickets.get(0);
  }

  static String readAll(AgencyFixture fixture, String cursor, List<TicketChange> into) {
    List<ChangePage.Unreadable> unreadable = new ArrayList<>();
    String end = readAll(fixture, cursor, into, unreadable);
    assertThat(unreadable).isEmpty();
    return end;
  }

  static String readAll(
      AgencyFixture fixture,
      String from,
      List<TicketChange> into,
      List<ChangePage.Unreadable> unreadable) {
    String cursor = from;
    for (int i = 0; i < PAGES_MAX; i++) {
      ChangePage page = fixture.adapter().changes(cursor);
      into.addAll(page.changes());
      unreadable.addAll(page.unreadable());
      cursor = page.cursor();
      if (!page.more()) {
        return cursor;
      }
    }
    throw new AssertionError("the pages do not end");
  }

  static void assertSilentAboutPeopleAndSecrets(AgencyFixture fixture, String text) {
    assertThat(text).doesNotContain(REPORTER_MARKER, "Lampu di depan pasar");
    assertThat(fixture.secrets()).noneSatisfy(secret -> assertThat(text).contains(secret));
  }

  static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** XML cannot carry control characters, so an adapter may drop them. */
  static String withoutControls(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "").replaceAll("\\s+", " ");
  }
}
