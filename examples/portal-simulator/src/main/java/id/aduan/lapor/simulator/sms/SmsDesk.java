package id.aduan.lapor.simulator.sms;

import id.aduan.lapor.simulator.LedgerEntry.Kind;
import id.aduan.lapor.simulator.NewComplaint;
import id.aduan.lapor.simulator.PortalSettings;
import id.aduan.lapor.simulator.Reporter;
import id.aduan.lapor.simulator.sms.SmsConversation.Message;
import id.aduan.lapor.simulator.state.Change;
import id.aduan.lapor.simulator.state.Complaint;
import id.aduan.lapor.simulator.state.LedgerBook;
import id.aduan.lapor.simulator.state.PortalDesk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number 1708 (SMS-01 to SMS-05): takes reports and texts back at each stage. User names,
 * passwords and unique codes are made here, stand in the reporter's messages, and go nowhere else.
 * Safe for threads; keeps {@value #CONVERSATIONS_MAX} conversations of {@value #MESSAGES_MAX}
 * messages, the oldest go first.
 */
public final class SmsDesk {
  static final int CONVERSATIONS_MAX = 1_000;
  static final int MESSAGES_MAX = 200;

  /** What a message to 1708 looks like: a code, and the report. */
  public static final String EXAMPLE = "TANGKAB lampu jalan di depan pasar padam";

  private static final String CHANNEL = "SMS";
  private static final Pattern REPORT =
      Pattern.compile("\\s*[A-Za-z]{2,12}\\s+(\\S.{4,})", Pattern.DOTALL);
  private static final int TITLE_CHARS = 60;

  private final PortalSettings settings;
  private final PortalDesk desk;
  private final LedgerBook ledger;
  private final Map<String, SmsConversation> byPhone = new LinkedHashMap<>();

  public SmsDesk(PortalSettings settings, PortalDesk desk, LedgerBook ledger) {
    this.settings = settings;
    this.desk = desk;
    this.ledger = ledger;
  }

  /** Takes a message from a phone; returns the key of its conversation. */
  public String receive(String phone, String text) {
    String key = say(phone, true, text).key();
    Matcher report = REPORT.matcher(text);
    if (report.matches()) {
      String content = report.group(1).strip();
      // Without a lock: the desk tells its watchers, of whom this is one, before it returns.
      desk.file(
          NewComplaint.of(
                  content.substring(0, Math.min(TITLE_CHARS, content.length())),
                  content,
                  new Reporter("", phone, ""))
              .withChannel(CHANNEL));
    } else {
      say(phone, false, "Format tidak dikenal. Kirim KODE spasi isi laporan, contoh: " + EXAMPLE);
    }
    return key;
  }

  /** The conversation with this key. */
  public synchronized Optional<SmsConversation> find(String key) {
    return byPhone.values().stream().filter(each -> each.key().equals(key)).findFirst();
  }

  /** Forgets all conversations. */
  public synchronized void clear() {
    byPhone.clear();
  }

  /** Texts the reporter of a report that came by SMS. */
  public void watch(Change change) {
    Complaint complaint = change.complaint();
    Reporter reporter = complaint.filed().reporter();
    if (complaint.filed().channel().equals(CHANNEL) && reporter != null) {
      String id = "Laporan #" + complaint.id();
      switch (change.kind()) {
        case COMPLAINT_FILED -> text(complaint, "accepted", id + " telah diterima. Terima kasih.");
        case COMPLAINT_ASSIGNED, COMPLAINT_FORWARDED ->
            text(complaint, "disposed", id + forwarded(complaint));
        case FOLLOW_UP_RECEIVED ->
            text(complaint, "answered", id + " telah ditindaklanjuti. Kode unik: " + secret(4));
        case COMPLAINT_CLOSED -> text(complaint, "finished", id + closed(complaint));
        default -> {} // the reporter is texted of nothing else
      }
    }
  }

  private String forwarded(Complaint complaint) {
    String institution = complaint.institution() == null ? "" : complaint.institution().name();
    return " diteruskan ke "
        + institution
        + ". Nama pengguna: u"
        + secret(4)
        + ", kata sandi: "
        + secret(6);
  }

  private static String closed(Complaint complaint) {
    return complaint.status().isArchived() ? " diarsipkan." : " telah selesai.";
  }

  private void text(Complaint complaint, String stage, String text) {
    Reporter reporter = complaint.filed().reporter();
    if (reporter != null) {
      say(reporter.phone(), false, text);
      ledger.note(now(), Kind.SMS, complaint.id(), stage);
    }
  }

  private synchronized SmsConversation say(String phone, boolean fromReporter, String text) {
    SmsConversation before =
        byPhone.computeIfAbsent(phone, it -> new SmsConversation(secret(16), it, List.of()));
    List<Message> messages = new ArrayList<>(before.messages());
    messages.add(new Message(fromReporter, text, now()));
    int from = Math.max(0, messages.size() - MESSAGES_MAX);
    var after = new SmsConversation(before.key(), phone, messages.subList(from, messages.size()));
    byPhone.put(phone, after);
    if (byPhone.size() > CONVERSATIONS_MAX) {
      byPhone.remove(byPhone.keySet().iterator().next());
    }
    return after;
  }

  private String secret(int bytes) {
    byte[] random = new byte[bytes];
    synchronized (settings.chance()) {
      settings.chance().nextBytes(random);
    }
    return HexFormat.of().formatHex(random);
  }

  private Instant now() {
    return settings.clock().instant();
  }
}
