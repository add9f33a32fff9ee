package id.aduan.lapor.adapter.soap;

import id.aduan.lapor.testkit.FaultyHttpServer.Reply;
import id.aduan.lapor.testkit.FaultyHttpServer.Request;
import id.aduan.lapor.testkit.FaultyHttpServer.SystemBehind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** Hands what the faulty server lets through to the office. */
record OfficeFront(HttpClient client, URI office) implements SystemBehind {
  private static final String ENVELOPE =
      "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>%s</s:Body>"
          + "</s:Envelope>";

  static Reply soap(int status, String body) {
    return new Reply(status, "text/xml; charset=UTF-8", ENVELOPE.formatted(body));
  }

  @Override
  public Reply answer(Request request) throws IOException {
    HttpRequest.Builder onward =
        HttpRequest.newBuilder(office)
            .POST(HttpRequest.BodyPublishers.ofByteArray(request.bytes()));
    for (String name : new String[] {"Content-Type", "SOAPAction"}) {
      request.headers().getOrDefault(name, List.of()).forEach(v -> onward.header(name, v));
    }
    try {
      HttpResponse<String> answer =
          client.send(onward.build(), HttpResponse.BodyHandlers.ofString());
      String type = answer.headers().firstValue("Content-Type").orElse("");
      return new Reply(answer.statusCode(), type, answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public Reply serverError() {
    return soap(
        500, "<s:Fault><faultcode>s:Server</faultcode><faultstring>Gagal</faultstring></s:Fault>");
  }

  @Override
  public Reply errorInside() {
    return soap(
        200,
        "<j:KirimPengaduanJawaban xmlns:j=\"urn:contoh:pengaduan:v1\"><j:kode>99</j:kode>"
            + "<j:pesan>Terjadi kesalahan sistem.</j:pesan></j:KirimPengaduanJawaban>");
  }
}
