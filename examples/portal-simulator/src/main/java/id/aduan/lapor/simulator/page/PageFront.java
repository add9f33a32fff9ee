package id.aduan.lapor.simulator.page;

import id.aduan.lapor.simulator.Ledger;
import id.aduan.lapor.simulator.PortalSettings;
import id.aduan.lapor.simulator.fault.Faults;
import id.aduan.lapor.simulator.http.Answer;
import id.aduan.lapor.simulator.http.Front;
import id.aduan.lapor.simulator.http.Multipart;
import id.aduan.lapor.simulator.http.Refusal;
import id.aduan.lapor.simulator.sms.SmsDesk;
import id.aduan.lapor.simulator.state.Complaint;
import id.aduan.lapor.simulator.state.PortalDesk;
import id.aduan.lapor.simulator.state.Status;
import id.aduan.lapor.simulator.state.UnknownComplaintException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The citizen's side: file, follow, reply, text to 1708; and for the developer the ledger and the
 * export. Plain HTML, no sign-in, no script.
 */
public final class PageFront implements Front {
  private static final Pattern COMPLAINT = Pattern.compile("/lacak/(\\d{1,15})(/balas|/tutup)?");
  private static final Pattern STORY = Pattern.compile("/buku/(\\d{1,15})");
  private static final Pattern CONVERSATION = Pattern.compile("/sms/([0-9a-f]{32})");
  private static final Multipart NOTHING = new Multipart(Map.of(), List.of());

  private final PortalSettings settings;
  private final PortalDesk desk;
  private final TrackPage track;
  private final SmsPage sms;
  private final LedgerPage ledger;

  public PageFront(
      PortalSettings settings, PortalDesk desk, Ledger ledger, SmsDesk sms, Faults faults) {
    this.settings = settings;
    this.desk = desk;
    this.sms = new SmsPage(sms, settings.zone());
    this.ledger = new LedgerPage(desk, ledger, faults, settings.zone());
    this.track = new TrackPage(settings.zone());
  }

  @Override
  public Answer answer(HttpServletRequest request) throws IOException {
    String path = Objects.requireNonNullElse(request.getPathInfo(), "/");
    try {
      Matcher complaint = COMPLAINT.matcher(path);
      return complaint.matches()
          ? complaint(request, complaint.group(1), complaint.group(2))
          : other(request, path);
    } catch (UnknownComplaintException e) {
      return Layout.message(
          404, "Laporan tidak ditemukan", "Periksa kembali nomor pelacakan Anda.");
    } catch (Refusal e) {
      return Layout.message(e.status(), "Belum terkirim", String.valueOf(e.getMessage()));
    }
  }

  private Answer other(HttpServletRequest request, String path) throws IOException {
    Matcher story = STORY.matcher(path);
    Matcher conversation = CONVERSATION.matcher(path);
    boolean isGet = request.getMethod().equals("GET");
    if (isGet && story.matches()) {
      return ledger.story(story.group(1));
    }
    if (isGet && conversation.matches()) {
      return sms.conversation(conversation.group(1));
    }
    return fixed(request, request.getMethod() + " " + path);
  }

  private Answer fixed(HttpServletRequest request, String call) throws IOException {
    return switch (call) {
      case "GET /" -> HomePage.blank();
      case "POST /lapor" -> file(Multipart.of(request));
      case "GET /lacak" -> search(Objects.requireNonNullElse(request.getParameter("id"), ""));
      case "GET /buku" -> ledger.overview();
      case "GET /sms" -> sms.blank();
      case "POST /sms" -> sms.send(Multipart.of(request));
      case "GET /ekspor" -> ExportPage.page();
      case "GET /gaya.css" -> Answer.of(200, "text/css; charset=UTF-8", style());
      default -> Layout.message(404, "Halaman tidak ditemukan", "Mulai lagi dari halaman depan.");
    };
  }

  private Answer complaint(HttpServletRequest request, String id, String action)
      throws IOException {
    Complaint complaint = desk.get(id);
    String call = request.getMethod() + Objects.requireNonNullElse(action, "");
    return switch (call) {
      case "GET" -> {
        boolean isNew = request.getParameter("baru") != null;
        yield track.page(200, complaint, isNew, NOTHING, List.of());
      }
      case "POST/balas" -> reply(complaint, Multipart.of(request));
      case "POST/tutup" -> {
        desk.close(id, Status.CLOSED_BY_REPORTER);
        yield Answer.seeOther("/lacak/" + id);
      }
      default -> Layout.message(405, "Tidak dapat dilakukan", "Kembali ke halaman laporan.");
    };
  }

  private Answer file(Multipart sent) {
    var form =
        new ComplaintForm(sent, LocalDate.ofInstant(settings.clock().instant(), settings.zone()));
    List<Problem> problems = form.problems();
    if (!problems.isEmpty()) {
      return HomePage.again(sent, problems);
    }
    Complaint filed = desk.file(form.complaint(settings.pageInstitutionId()));
    return Answer.seeOther("/lacak/" + filed.id() + "?baru=1");
  }

  private Answer reply(Complaint complaint, Multipart sent) {
    Optional<Problem> length =
        Checks.length(sent, "balasan", "Balasan", 1, TrackPage.REPLY_CHARS_MAX);
    List<Problem> wrong = Stream.concat(length.stream(), Checks.files(sent)).toList();
    if (!wrong.isEmpty()) {
      return track.page(422, complaint, false, sent, wrong);
    }
    desk.reply(complaint.id(), Texts.block(sent.field("balasan")), Checks.evidence(sent));
    return Answer.seeOther("/lacak/" + complaint.id());
  }

  private static Answer search(String typed) {
    String id = typed.replaceAll("[#\\s]", "");
    return id.matches("\\d{1,15}")
        ? Answer.seeOther("/lacak/" + id)
        : Layout.message(422, "Nomor tidak benar", "Nomor pelacakan hanya berisi angka.");
  }

  private static String style() throws IOException {
    try (InputStream in = PageFront.class.getResourceAsStream("gaya.css")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
