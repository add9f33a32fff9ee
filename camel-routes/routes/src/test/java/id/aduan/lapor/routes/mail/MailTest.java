package id.aduan.lapor.routes.mail;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.notification.Notice;
import id.aduan.lapor.notification.Notification;
import id.aduan.lapor.notification.Role;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Mails as a real mail server receives them. */
class MailTest extends MailRig {

  @Test
  @Tag("SOP-03")
  void the_liaison_officer_is_mailed_a_new_case_and_the_case_knows_it() throws Exception {
    newCase(CASE, "1");
    awaitSettled(CASE);

    MimeMessage mail = mails().get(0);
    assertThat(mails()).hasSize(1);
    assertThat(mail.getAllRecipients()[0]).hasToString(LIAISON);
    assertThat(mail.getFrom()[0]).hasToString("lapor@example.go.id");
    assertThat(mail.getReplyTo()[0]).hasToString("admin@example.go.id");
    assertThat(mail.getSubject()).isEqualTo("[LAPOR] Laporan baru #9200001 untuk dishub");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getHeader("X-Kabupaten")).containsExactly("Bintan");
    assertThat(mail.getContentType()).isEqualTo("text/plain; charset=UTF-8");
    assertThat((String) mail.getContent())
        .contains("Kategori      : Jalan rusak")
        .contains("https://www.lapor.go.id/");
    Notification row = log(CASE).get(0);
    assertThat(mail.getMessageID()).contains(row.key());
    assertThat(row.sentAt()).isPresent();
    assertThat(story(CASE)).containsExactly(Action.NOTIFICATION_SENT);
    assertThat(told).containsExactly("9200001 dishub");
  }

  @Test
  @Tag("C3")
  void the_same_notice_twice_and_a_restart_make_one_mail() {
    assertThat(newCase(CASE, "1")).isEqualTo(1);
    awaitSettled(CASE);
    assertThat(newCase(CASE, "1")).isZero();
    shut();
    open();
    assertThat(newCase(CASE, "1")).isZero();
    TrackingId other = new TrackingId("9200002");
    newCase(other, "1");

    awaitSettled(other);

    assertThat(mails()).hasSize(2);
    assertThat(log(CASE)).hasSize(1);
  }

  @Test
  @Tag("S4")
  void what_a_fact_holds_makes_no_header_no_line_and_no_placeholder() throws Exception {
    tell(
        new Notice(
            Notice.Kind.WARNING,
            Optional.of(CASE),
            Optional.of(DISHUB),
            "1",
            Set.of(Role.LIAISON),
            Map.of(
                "kategori",
                "Jalan\r\nBcc: korban@example.com\r\n\r\n{{tautan}} ${env:HOME} ${body}",
                "jatuh_tempo",
                "besok\r\nBcc: korban@example.com",
                "persen",
                "50")));
    awaitSettled(CASE);

    MimeMessage mail = mails().get(0);
    assertThat(mail.getAllRecipients()).hasSize(1);
    assertThat(mail.getHeader("Bcc")).isNull();
    assertThat(mail.getSubject()).endsWith("jatuh tempo besok  Bcc: korban@example.com");
    assertThat((String) mail.getContent())
        .contains("Jalan  Bcc: korban@example.com    {{tautan}} ${env:HOME} ${body}");
  }

  @Test
  void letters_beyond_ascii_arrive_as_they_were_written() throws Exception {
    tell(
        new Notice(
            Notice.Kind.WARNING,
            Optional.of(CASE),
            Optional.of(DISHUB),
            "1",
            Set.of(Role.LIAISON),
            Map.of("kategori", "Pelayanan é – 道", "jatuh_tempo", "Jum’at", "persen", "80")));
    awaitSettled(CASE);

    assertThat(mails().get(0).getSubject()).contains("Jum’at");
    assertThat((String) mails().get(0).getContent()).contains("Pelayanan é – 道");
  }

  @Test
  void a_role_without_a_contact_is_passed_over_and_one_that_lost_it_is_told() {
    Notice notice =
        new Notice(
            Notice.Kind.OVERDUE,
            Optional.of(CASE),
            Optional.of(DISHUB),
            "1",
            Set.of(Role.LIAISON, Role.HEAD, Role.SEKDA),
            Map.of());
    gate.answer("RCPT", "450 4.2.0 greylisted");
    assertThat(tell(notice)).isEqualTo(1);
    addresses.clear();

    awaitSettled(CASE);

    assertThat(log(CASE)).extracting(Notification::role).containsExactly(Role.LIAISON);
    assertThat(log(CASE).get(0).code()).isEqualTo("no-contact");
  }

  @Test
  void the_server_is_greeted_by_the_senders_domain_and_not_by_the_name_of_the_machine() {
    newCase(CASE, "1");
    awaitSettled(CASE);

    assertThat(gate.commands()).contains("EHLO example.go.id");
  }
}
