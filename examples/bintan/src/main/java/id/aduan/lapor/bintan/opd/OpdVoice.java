package id.aduan.lapor.bintan.opd;

import id.aduan.lapor.bintan.front.HeldRequest;
import id.aduan.lapor.bintan.front.TroubleVoice;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** The API's own words for trouble. */
final class OpdVoice implements TroubleVoice {
  private final UnitKeys keys;

  OpdVoice(UnitKeys keys) {
    this.keys = keys;
  }

  @Override
  public String unit(HeldRequest request) {
    return keys.unitOf(request.getHeader(UnitKeys.HEADER)).orElse("");
  }

  @Override
  public boolean isFiling(HeldRequest request) {
    return request.getMethod().equals("POST");
  }

  @Override
  public void serverError(HttpServletResponse response) throws IOException {
    JsonAnswer.send(
        response,
        HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
        Map.of("pesan", "Terjadi kesalahan pada server."));
  }

  @Override
  public void errorInside(HeldRequest request, HttpServletResponse response) throws IOException {
    JsonAnswer.send(
        response, HttpServletResponse.SC_OK, Map.of("pesan", "Terjadi kesalahan sistem."));
  }
}
