package id.aduan.lapor.routes.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.Alert;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.notification.Notification;
import id.aduan.lapor.notification.NotificationTarget;
import id.aduan.lapor.notification.Role;
import id.aduan.lapor.routes.mail.MailSettings.Security;
import id.aduan.lapor.routes.mail.SmtpGate.Fate;
import id.aduan.lapor.testkit.TcpFaultProxy;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of mails when the mail server is not well. */
class MailFaultsTest extends MailRig {

  @Test
  void a_recipient_that_is_refused_for_good_is_given_up_at_once_and_told() {
    gate.answer("RCPT", "550 5.1.1 no such mailbox");

    newCase(CASE, "1");
    awaitSettled(CASE);

    assertThat(mails()).isEmpty();
    Notification row = log(CASE).get(0);
    assertThat(row.code()).isEqualTo("smtp.550");
    assertThat(row.failedAt()).isPresent();
    assertThat(row.sentAt()).isEmpty();
    assertThat(story(CASE)).containsExactly(Action.NOTIFICATION_FAILED);
    await()
        .untilAsserted(
            () ->
                assertThat(alerts)
                    .extracting(Alert::kind)
                    .containsExactly(Alert.Kind.NOTIFICATION_FAILED));
    assertThat(alerts.get(0).text()).doesNotContain(LIAISON).contains("dishub");
    assertThat(told).isEmpty();
  }

  @Test
  @Tag("C8")
  void a_recipient_that_was_given_up_does_not_hold_up_the_next_message_about_the_case() {
    gate.answer("RCPT", "550 5.1.1 no such mailbox");
    newCase(CASE, "1");
    awaitSettled(CASE);
    gate.forward();

    newCase(CASE, "2");
    awaitSettled(CASE);

    assertThat(mails()).hasSize(1);
    assertThat(log(CASE)).extracting(Notification::code).containsExactly("smtp.550", "");
  }

  @Test
  void a_greylisted_recipient_gets_the_mail_once_it_is_let_by() {
    gate.answer("RCPT", "450 4.2.0 greylisted");
    newCase(CASE, "1");
    await().until(() -> entries(CASE).get(0).attempts() >= 2);
    gate.forward();

    awaitSettled(CASE);

    assertThat(mails()).hasSize(1);
    assertThat(log(CASE).get(0).sentAt()).isPresent();
  }

  @Test
  void a_recipient_that_stays_greylisted_is_given_up_after_five_attempts() {
    gate.answer("RCPT", "450 4.2.0 greylisted");

    newCase(CASE, "1");
    awaitSettled(CASE);

    assertThat(recipients()).hasSize(NotificationTarget.ATTEMPTS_MAX);
    assertThat(log(CASE).get(0).code()).startsWith("attempts-used-up");
    assertThat(mails()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "550 5.7.1 relaying denied",
        "554 5.7.1 sender rejected by policy",
        "504 5.5.2 helo rejected",
        "451 4.3.0 queue file write error",
        "451 4.4.1 no answer from host"
      })
  @Tag("C9")
  void what_a_server_says_of_itself_when_a_recipient_is_named_costs_no_message(String said) {
    gate.answer("RCPT", said);
    newCase(CASE, "1");
    awaitServerTrouble();
    assertThat(entries(CASE).get(0).attempts()).isZero();
    gate.forward();

    awaitSettled(CASE);

    assertThat(mails()).hasSize(1);
  }

  @Test
  void an_address_that_was_mended_is_used_by_the_next_attempt() throws Exception {
    gate.answer("RCPT TO:<SALAH@", "450 4.1.1 not now");
    addresses.put(Role.LIAISON, "salah@dishub.example.go.id");
    newCase(CASE, "1");
    await().until(() -> entries(CASE).get(0).attempts() >= 1);

    addresses.put(Role.LIAISON, LIAISON);
    awaitSettled(CASE);

    assertThat(mails()).hasSize(1);
    assertThat(mails().get(0).getAllRecipients()[0]).hasToString(LIAISON);
  }

  @Test
  @Tag("C9")
  void a_refused_login_is_the_servers_trouble_and_costs_no_message() {
    allow("another password");
    newCase(CASE, "1");
    await()
        .untilAsserted(
            () ->
                assertThat(alerts)
                    .extracting(Alert::kind)
                    .contains(Alert.Kind.CREDENTIALS_REFUSED));
    assertThat(entries(CASE).get(0).attempts()).isZero();
    assertThat(entries(CASE).get(0).detail()).doesNotContain("ZZSEC");

    allow("ZZSEC-mail");
    awaitSettled(CASE);

    assertThat(mails()).hasSize(1);
  }

  @Test
  @Tag("C9")
  void a_server_that_shuts_down_is_its_own_trouble_and_not_the_recipients() {
    gate.greet("421 4.3.2 shutting down");
    newCase(CASE, "1");
    awaitServerTrouble();
    gate.forward();
    gate.answer("RCPT", "421 4.3.2 shutting down");
    await().until(() -> !recipients().isEmpty());
    assertThat(entries(CASE).get(0).attempts()).isZero();
    gate.forward();

    awaitSettled(CASE);

    assertThat(mails()).hasSize(1);
  }

  @Test
  @Tag("C9")
  void a_server_that_says_nothing_holds_nobody_for_longer_than_the_bound() throws Exception {
    try (TcpFaultProxy proxy = proxy()) {
      proxy.swallow();
      reopen(proxy.port(), Security.OFF);
      newCase(CASE, "1");
      awaitServerTrouble();
      assertThat(mails()).isEmpty();

      proxy.forward();
      awaitSettled(CASE);

      assertThat(mails()).hasSize(1);
    }
  }

  @Test
  @Tag("C9")
  void a_server_that_drips_meets_the_deadline_of_the_whole_mail() throws Exception {
    try (TcpFaultProxy proxy = proxy()) {
      proxy.dribble(Duration.ofMillis(200)); // within the bound from byte to byte
      reopen(proxy.port(), Security.OFF);
      newCase(CASE, "1");
      awaitServerTrouble();

      assertThat(entries(CASE).get(0).detail()).contains("took too long");
      assertThat(mails()).isEmpty();
    }
  }

  @Test
  @Tag("C7")
  void a_connection_lost_after_the_message_has_it_sent_again_under_the_same_id() throws Exception {
    gate.fate(Fate.CUT);
    newCase(CASE, "1");
    await().until(() -> !mails().isEmpty());
    gate.fate(Fate.LET_BY);

    awaitSettled(CASE);

    assertThat(mails()).hasSizeGreaterThan(1);
    assertThat(ids(mails())).hasSize(1);
    assertThat(log(CASE).get(0).sentAt()).isPresent();
    assertThat(story(CASE)).contains(Action.OUTCOME_UNKNOWN).endsWith(Action.NOTIFICATION_SENT);
  }

  @Test
  @Tag("C7")
  void a_server_that_hangs_after_the_message_has_it_sent_again_under_the_same_id()
      throws Exception {
    gate.fate(Fate.HELD);
    newCase(CASE, "1");
    await().until(() -> !mails().isEmpty());
    gate.fate(Fate.LET_BY);

    awaitSettled(CASE);

    assertThat(mails()).hasSizeGreaterThan(1);
    assertThat(ids(mails())).hasSize(1);
  }

  @Test
  void an_end_that_stays_unknown_is_given_up_and_not_parked() {
    gate.fate(Fate.CUT);

    newCase(CASE, "1");
    awaitSettled(CASE);

    assertThat(mails()).hasSize(NotificationTarget.ATTEMPTS_MAX);
    assertThat(log(CASE).get(0).code()).isEqualTo("end-unknown");
    assertThat(entries(CASE)).extracting(OutboxView.Row::state).containsExactly(State.DONE);
  }

  @Test
  @Tag("SOP-04")
  void a_mail_that_is_accepted_and_lost_is_shown_as_sent_and_as_no_more() {
    gate.fate(Fate.LOST);

    newCase(CASE, "1");
    awaitSettled(CASE);

    assertThat(mails()).isEmpty();
    Notification row = log(CASE).get(0);
    assertThat(row.sentAt()).isPresent();
    assertThat(row.deliveredAt()).isEmpty();
    assertThat(row.readAt()).isEmpty();
    assertThat(story(CASE)).containsExactly(Action.NOTIFICATION_SENT);
  }

  @Test
  @Tag("C15")
  void a_server_that_is_down_for_a_while_costs_nothing_and_each_case_has_one_mail()
      throws Exception {
    try (TcpFaultProxy proxy = proxy()) {
      proxy.reset();
      reopen(proxy.port(), Security.OFF);
      Set<TrackingId> cases = new HashSet<>();
      for (int i = 0; i < 20; i++) {
        TrackingId id = new TrackingId("93000" + (10 + i));
        cases.add(id);
        newCase(id, "1");
      }
      awaitServerTrouble();
      reopen(proxy.port(), Security.OFF);
      assertThat(mails()).isEmpty();

      proxy.forward();
      cases.forEach(this::awaitSettled);

      assertThat(mails()).hasSize(20);
      assertThat(ids(mails())).hasSize(20);
    }
  }

  @Test
  void a_server_that_cannot_be_sealed_is_told_nothing() {
    shut();
    open(gate.port(), Security.STARTTLS);

    newCase(CASE, "1");
    awaitServerTrouble();

    assertThat(gate.commands()).noneMatch(it -> it.startsWith("AUTH") || it.startsWith("MAIL"));
    assertThat(mails()).isEmpty();
  }

  private void reopen(int port, Security security) {
    shut();
    open(port, security);
  }

  private TcpFaultProxy proxy() {
    return TcpFaultProxy.before(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getSmtp().getPort()));
  }

  private List<String> recipients() {
    return gate.commands().stream().filter(command -> command.startsWith("RCPT")).toList();
  }

  private static Set<String> ids(List<MimeMessage> mails) throws Exception {
    Set<String> ids = new HashSet<>();
    for (MimeMessage mail : mails) {
      ids.add(mail.getMessageID());
    }
    return ids;
  }
}
