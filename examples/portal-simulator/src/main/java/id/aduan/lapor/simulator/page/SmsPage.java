package id.aduan.lapor.simulator.page;

import id.aduan.lapor.simulator.http.Answer;
import id.aduan.lapor.simulator.http.Multipart;
import id.aduan.lapor.simulator.sms.SmsConversation;
import id.aduan.lapor.simulator.sms.SmsConversation.Message;
import id.aduan.lapor.simulator.sms.SmsDesk;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The reporter's phone: text messages to 1708 and what comes back (SMS-01 to SMS-05). */
final class SmsPage {
  static final int TEXT_CHARS_MAX = 1000;
  private static final int PHONE_CHARS_MAX = 16;

  private static final String PAGE =
      """
      <h1>SMS ke 1708</h1>
      <p>Tiruan telepon pelapor. Ketik <code>KODE</code> spasi isi laporan, contoh:
      <code>{}</code></p>
      {}
      {}
      <form action="/sms" method="post" enctype="multipart/form-data">
      {}
      {}
      <p><button>Kirim SMS</button></p>
      </form>
      """;

  private final SmsDesk sms;
  private final DateTimeFormatter time;

  SmsPage(SmsDesk sms, ZoneId zone) {
    this.sms = sms;
    this.time =
        DateTimeFormatter.ofPattern("d MMM, HH.mm.ss", Locale.forLanguageTag("id")).withZone(zone);
  }

  Answer blank() {
    return page(200, new Multipart(Map.of(), List.of()), List.of(), List.of());
  }

  /** The conversation with this key. */
  Answer conversation(String key) {
    return sms.find(key)
        .map(this::conversation)
        .orElseGet(() -> Layout.message(404, "Percakapan tidak ditemukan", "Mulai lagi."));
  }

  private Answer conversation(SmsConversation found) {
    var again = new Multipart(Map.of("nomor", found.phone()), List.of());
    return page(200, again, List.of(), found.messages());
  }

  Answer send(Multipart sent) {
    List<Problem> wrong = new ArrayList<>();
    String phone = sent.field("nomor").replaceAll("[\\s-]", "");
    if (!phone.matches("\\+?\\d{8,15}")) {
      wrong.add(new Problem("nomor", "Nomor telepon 8 sampai 15 angka."));
    }
    Checks.length(sent, "pesan", "Pesan", 1, TEXT_CHARS_MAX).ifPresent(wrong::add);
    return wrong.isEmpty()
        ? Answer.seeOther("/sms/" + sms.receive(phone, Texts.block(sent.field("pesan"))))
        : page(422, sent, wrong, List.of());
  }

  private Answer page(int status, Multipart sent, List<Problem> wrong, List<Message> messages) {
    var fields = new Fields(sent);
    return Layout.page(
        status,
        "SMS 1708",
        Html.of(
            PAGE,
            SmsDesk.EXAMPLE,
            Html.join(messages.stream().map(this::message)),
            Problem.list(wrong),
            fields.line("nomor", "Nomor telepon pelapor", PHONE_CHARS_MAX, "type=\"tel\" required"),
            fields.text("pesan", "Pesan", TEXT_CHARS_MAX, 3)));
  }

  private Html message(Message message) {
    return Html.of(
        "<article class=\"sms {}\"><p class=\"isi\">{}</p><p><small>{}, {}</small></p></article>",
        message.fromReporter() ? "pelapor" : "balasan",
        message.text(),
        message.fromReporter() ? "Pelapor" : "1708",
        time.format(message.at()));
  }
}
