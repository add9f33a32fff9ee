package id.aduan.lapor.runner.http;

import static org.assertj.core.api.Assertions.assertThat;

/** An answer as it came over the wire. */
record RawAnswer(int status, String head, String body) {
  private static final String GO_ON = "HTTP/1.1 100 Continue\r\n\r\n";

  static RawAnswer of(String whole) {
    String text = whole.startsWith(GO_ON) ? whole.substring(GO_ON.length()) : whole;
    assertThat(text).matches("(?s)HTTP/1\\.1 \\d{3} .*");
    int end = text.indexOf("\r\n\r\n");
    return new RawAnswer(
        Integer.parseInt(text.substring(9, 12)), text.substring(0, end), text.substring(end + 4));
  }

  /** A problem of this kind, which tells nothing of what was sent or of what we are made of. */
  RawAnswer isProblem(int wanted, String code) {
    assertThat(status).as(body).isEqualTo(wanted);
    assertThat(head)
        .contains("Content-Type: application/problem+json", "X-Request-Id: rq-")
        .doesNotContain("Server:", "Set-Cookie", "Access-Control");
    assertThat(body)
        .contains("\"status\":" + wanted, "\"code\":\"" + code + "\"", "\"title\":\"")
        .doesNotContainPattern("(?i)exception|at [a-z]+\\.|sql|jetty|<html|ZZPII|/home|jndi");
    return this;
  }

  RawAnswer isAccepted() {
    assertThat(status).as(body).isEqualTo(202);
    assertThat(body).startsWith("{\"outcome\":\"accepted\",\"code\":\"\",\"reference\":\"in-");
    return this;
  }

  RawAnswer isQuarantined(String code) {
    assertThat(status).as(body).isEqualTo(202);
    assertThat(body)
        .startsWith("{\"outcome\":\"quarantined\",\"code\":\"" + code + "\",\"reference\":\"in-");
    return this;
  }

  String reference() {
    return body.replaceAll("(?s).*\"reference\":\"([^\"]*)\".*", "$1");
  }
}
