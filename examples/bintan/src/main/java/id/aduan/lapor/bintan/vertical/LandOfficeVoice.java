package id.aduan.lapor.bintan.vertical;

import id.aduan.lapor.bintan.front.HeldRequest;
import id.aduan.lapor.bintan.front.TroubleVoice;
import id.aduan.lapor.bintan.vertical.message.Wire;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/** The service's own words for trouble. */
final class LandOfficeVoice implements TroubleVoice {
  private static final Pattern OPERATION =
      Pattern.compile(
          "<(?:[\\w.-]+:)?(DaftarkanBerkas|PerbaruiBerkas|CariBerkas|AmbilPerkembangan)[\\s/>]");

  @Override
  public String unit(HeldRequest request) {
    return LandOffice.UNIT;
  }

  @Override
  public boolean isFiling(HeldRequest request) {
    return operation(request).equals("DaftarkanBerkas");
  }

  private static String operation(HeldRequest request) {
    var matcher = OPERATION.matcher(request.bodyText());
    return matcher.find() ? matcher.group(1) : "";
  }

  @Override
  public void serverError(HttpServletResponse response) throws IOException {
    send(
        response,
        HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
        """
        <soap:Fault><faultcode>soap:Server</faultcode>\
        <faultstring>Gangguan pada basis data</faultstring></soap:Fault>""");
  }

  @Override
  public void errorInside(HeldRequest request, HttpServletResponse response) throws IOException {
    var operation = operation(request);
    if (operation.isEmpty()) {
      serverError(response);
      return;
    }
    send(
        response,
        HttpServletResponse.SC_OK,
        """
        <%1$sResponse xmlns="%2$s"><kodeHasil>%3$s</kodeHasil>\
        <pesan>Terjadi kesalahan sistem</pesan></%1$sResponse>"""
            .formatted(operation, Wire.NAMESPACE, Refusal.SYSTEM_FAILED));
  }

  private static void send(HttpServletResponse response, int status, String content)
      throws IOException {
    response.setStatus(status);
    response.setContentType("text/xml;charset=utf-8");
    response
        .getWriter()
        .write(
            """
            <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">\
            <soap:Body>%s</soap:Body></soap:Envelope>"""
                .formatted(content));
  }
}
