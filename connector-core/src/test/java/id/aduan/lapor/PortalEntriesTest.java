package id.aduan.lapor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.agency.Capability;
import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Attachment;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.complaint.ReporterReply;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.portal.PortalEntry;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.privacy.AgencyComplaint;
import id.aduan.lapor.sync.PortalEntries.Known;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the portal tells of a case's log and follow-ups, again and again and by several ways. */
class PortalEntriesTest extends ConnectorRig {
  private static final String AT = "2026-11-23T06:00:00Z";

  private void put(Complaint complaint, PortalEntry... entries) {
    portal.put(
        new PortalState(
            complaint, OptionalLong.empty(), Optional.empty(), true, List.of(entries), List.of()));
  }

  private Complaint opened(String id) {
    Complaint complaint = Samples.complaint(id, "1398");
    put(complaint);
    await().until(() -> story(id).contains(Action.TICKET_OPENED));
    return complaint;
  }

  private List<Known> known(String id) {
    return connector
        .store()
        .read(tx -> connector.store().portalEntries().known(tx, new TrackingId(id)));
  }

  private List<String> told(String id, Action action) {
    return connector.store().read(tx -> connector.store().audit().about(tx, id)).stream()
        .filter(entry -> entry.action() == action)
        .map(AuditEntry::detail)
        .toList();
  }

  private void awaitPolls() {
    int before = portal.readings();
    await().until(() -> portal.readings() > before + 2);
  }

  @Test
  @Tag("C3")
  void an_entry_that_is_told_again_and_by_both_lists_is_kept_once() {
    Complaint complaint = opened("9810001");
    PortalEntry reply = Entries.reply("71", AT, "Masih gelap.");

    put(complaint, reply);
    await().until(() -> known("9810001").size() == 1);
    awaitPolls();
    put(complaint, Entries.inLog("5", reply), reply);
    await().until(() -> known("9810001").size() == 2);
    awaitPolls();

    assertThat(known("9810001")).extracting(Known::isRepeated).containsExactly(false, true);
    assertThat(replies("9810001")).extracting(ReporterReply::text).containsExactly("Masih gelap.");
    assertThat(told("9810001", Action.PORTAL_ENTRY))
        .containsExactly("REPORTER_REPLY", "REPORTER_REPLY, told in the other list, too");
  }

  private List<ReporterReply> replies(String id) {
    return connector
        .store()
        .read(tx -> connector.store().complaints().find(tx, new TrackingId(id)))
        .orElseThrow()
        .complaint()
        .replies();
  }

  @Test
  void the_reporters_reply_reaches_the_ticket_of_the_agency() {
    dishub.can(Set.of(Capability.FIND, Capability.CHANGES, Capability.UPDATE));
    Complaint complaint = opened("9810002");

    put(complaint, Entries.reply("72", AT, "Masih gelap."));

    await().until(() -> story("9810002").contains(Action.TICKET_UPDATED));
    assertThat(dishub.updates())
        .singleElement()
        .extracting(update -> update.facts().replies())
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .hasSize(1);
    assertThat(dishub.tickets()).hasSize(1);
  }

  @Test
  void a_reply_of_files_alone_says_that_files_were_added() {
    PortalEntry reply = Entries.reply("79", AT, " ");
    PortalEntry files =
        new PortalEntry(
            reply.id(),
            reply.origin(),
            reply.kind(),
            reply.at(),
            reply.from(),
            reply.to(),
            reply.template(),
            reply.text(),
            reply.secret(),
            List.of(
                new Attachment("a.jpg", "https://x/a.jpg"),
                new Attachment("b.jpg", "https://x/b.jpg")),
            reply.before(),
            reply.after());
    Complaint complaint = opened("9810079");

    put(complaint, files);

    await().until(() -> !replies("9810079").isEmpty());
    assertThat(replies("9810079"))
        .extracting(ReporterReply::text)
        .containsExactly("(Pelapor menambahkan 2 lampiran.)");
  }

  @Test
  @Tag("C24")
  void the_reply_of_a_reporter_who_is_withheld_carries_no_identity() {
    dishub.can(Set.of(Capability.FIND, Capability.CHANGES, Capability.UPDATE));
    Complaint secret =
        Samples.with(
            Samples.complaint("9810003", "1398"),
            new Visibility(Flag.FALSE, Flag.TRUE),
            Status.UNKNOWN);
    put(secret);
    await().until(() -> story("9810003").contains(Action.TICKET_OPENED));

    put(secret, Entries.reply("73", AT, "Masih gelap."));

    await().until(() -> dishub.updates().size() == 1);
    assertThat(dishub.updates().get(0)).isInstanceOf(AgencyComplaint.Withheld.class);
    assertThat(String.join(" ", told("9810003", Action.PORTAL_ENTRY))).doesNotContain("ZZPII");
  }

  @Test
  void where_the_system_cannot_be_updated_the_story_says_so() {
    Complaint complaint = opened("9810004");

    put(complaint, Entries.reply("74", AT, "Masih gelap."));

    await().until(() -> story("9810004").contains(Action.REPLY_NOT_PASSED_ON));
    awaitPolls();
    assertThat(told("9810004", Action.REPLY_NOT_PASSED_ON))
        .containsExactly("dishub: its system cannot be updated; nobody there could be told");
  }

  @Test
  void a_reply_that_came_before_the_ticket_is_opened_stands_in_it() {
    Complaint complaint = Samples.complaint("9810005", "1398");

    put(complaint, Entries.reply("75", AT, "Masih gelap."));

    await().until(() -> dishub.tickets().size() == 1);
    assertThat(dishub.tickets().get(0).facts().replies())
        .extracting(ReporterReply::text)
        .containsExactly("Masih gelap.");
    assertThat(story("9810005")).doesNotContain(Action.REPLY_NOT_PASSED_ON);
  }

  @Test
  @Tag("C13")
  void an_answer_of_ours_is_one_entry_and_an_equal_one_beyond_it_is_anothers() {
    Complaint complaint = opened("9810006");
    dishub.writes(new TrackingId("9810006"), "Lampu sudah diperbaiki.", true);
    await().until(() -> story("9810006").contains(Action.FOLLOW_UP_PUBLISHED));

    put(
        complaint,
        Entries.answer("81", AT, "Lampu sudah diperbaiki."),
        Entries.answer("82", AT, "Lampu sudah diperbaiki."));
    await().until(() -> known("9810006").size() == 2);
    put(complaint, Entries.inLog("9", Entries.answer("", AT, "Lampu sudah diperbaiki.")));
    await().until(() -> known("9810006").size() == 3);

    assertThat(known("9810006")).extracting(Known::isOurs).containsExactly(true, false, true);
    assertThat(told("9810006", Action.PORTAL_ENTRY))
        .containsExactly(
            "ANSWER, institution 12938, ours",
            "ANSWER, institution 12938",
            "ANSWER, institution 12938, ours");
  }

  @Test
  @Tag("C7")
  @Tag("C13")
  void an_equal_message_of_another_does_not_pass_for_an_answer_that_was_lost() {
    Complaint complaint = opened("9810007");
    put(complaint, Entries.answer("83", AT, "Lampu sudah diperbaiki."));
    portal.stands(
        new FollowUp(
            complaint.id(),
            new AgencyCode("kantah"),
            "by hand",
            Instant.parse(AT),
            "Lampu sudah diperbaiki.",
            List.of()));
    await().until(() -> known("9810007").size() == 1);

    portal.loseNextAnswer(false);
    dishub.writes(new TrackingId("9810007"), "Lampu sudah diperbaiki.", true);

    await().until(() -> story("9810007").contains(Action.FOLLOW_UP_PUBLISHED));
    assertThat(portal.followUps()).hasSize(2);
    assertThat(entries("9810007"))
        .filteredOn(row -> row.operation().equals("publish"))
        .extracting(row -> row.state())
        .containsExactly(State.DONE);
  }
}
