package id.aduan.lapor.simulator.state;

import java.util.List;

/** The templates that this portal knows; the real list is not public. */
public final class Templates {
  public static final Template DISPOSITION =
      new Template(
          "disposition",
          "disposition",
          "Disposisi",
          "<p>Laporan didisposisikan ke <b>{{institution_to}}</b> oleh {{institution_from}}</p>");
  public static final Template FORWARD =
      new Template(
          "forward",
          "disposition",
          "Bukan wewenang",
          "<p>Laporan dilempar ke <b>{{institution_to}}</b> oleh {{institution_from}}</p>");
  public static final Template REPORTER_REPLY =
      new Template(
          "reply_reporter", "reporter", "Tanggapan pelapor", "<p>Pelapor menanggapi laporan</p>");
  public static final Template AGENCY_REPLY =
      new Template(
          "reply_lmw",
          "reply",
          "Tindak lanjut instansi",
          "<p>Laporan ditindaklanjuti oleh <a href=\"{{institution_from_link}}\">"
              + "{{institution_from}}</a></p>");

  public static final List<Template> ALL =
      List.of(DISPOSITION, FORWARD, REPORTER_REPLY, AGENCY_REPLY);

  private Templates() {}

  /** The template for an agency's answer; an unknown code keeps its name and gets that text. */
  public static Template forAnswer(String code) {
    return ALL.stream()
        .filter(template -> template.code().equals(code))
        .findFirst()
        .orElseGet(() -> new Template(code, "reply", code, AGENCY_REPLY.content()));
  }
}
