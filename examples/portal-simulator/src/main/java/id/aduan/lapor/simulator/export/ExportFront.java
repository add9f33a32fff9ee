package id.aduan.lapor.simulator.export;

import id.aduan.lapor.simulator.PortalSettings;
import id.aduan.lapor.simulator.http.Answer;
import id.aduan.lapor.simulator.http.Front;
import id.aduan.lapor.simulator.state.PortalDesk;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives the spreadsheet out under {@code /export/laporan-ringkas.xlsx}, without a sign-in. */
public final class ExportFront implements Front {
  private static final String TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final Pattern NAME = Pattern.compile("\\s*(\\d{1,9})\\s*:\\s*(\\S.{0,200})");

  private final PortalDesk desk;
  private final LaporanRingkas workbook;

  public ExportFront(PortalSettings settings, PortalDesk desk) {
    this.desk = desk;
    this.workbook = new LaporanRingkas(settings);
  }

  @Override
  public Answer answer(HttpServletRequest request) throws IOException {
    String call = request.getMethod() + " " + Objects.requireNonNullElse(request.getPathInfo(), "");
    if (!call.equals("GET /laporan-ringkas.xlsx")) {
      return wrong(404, "Alamat tidak ditemukan");
    }
    Map<Integer, String> names = new LinkedHashMap<>();
    for (String text : values(request, "nama")) {
      Matcher name = NAME.matcher(text);
      if (!text.isBlank() && !name.matches()) {
        return wrong(422, "nama harus ID:NAMA, contoh 14627:Dishub Kab. Bandung");
      }
      if (!text.isBlank()) {
        names.put(Integer.valueOf(name.group(1)), name.group(2).strip());
      }
    }
    var options =
        new ExportOptions(
            has(request, "id_instansi"),
            has(request, "baris_pertama"),
            has(request, "pelapor"),
            names);
    var out = new ByteArrayOutputStream();
    workbook.write(desk.changedSince(null), options, out);
    return new Answer(
        200,
        Map.of(
            "Content-Type", TYPE,
            "Content-Disposition", "attachment; filename=\"laporan-ringkas.xlsx\"",
            "Cache-Control", "no-store"),
        out.toByteArray());
  }

  private static String[] values(HttpServletRequest request, String name) {
    return Objects.requireNonNullElse(request.getParameterValues(name), new String[0]);
  }

  private static boolean has(HttpServletRequest request, String name) {
    return "1".equals(request.getParameter(name));
  }

  private static Answer wrong(int status, String text) {
    return Answer.of(status, "text/plain; charset=UTF-8", text + "\n");
  }
}
