package id.aduan.lapor.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatewayTest {
  private final PortalSimulator portal = PortalSimulator.start(PortalSettings.defaults());
  private final Caller caller = new Caller(portal);

  @AfterEach
  void stop() {
    portal.close();
  }

  @Test
  void theInventedCredentialsHaveTheShapesThatWereSeen() {
    assertThat(PortalCredentials.INVENTED.headerValue())
        .matches("Bearer \\$2y\\$10\\$[A-Za-z0-9./]{53}");
    assertThat(PortalCredentials.INVENTED.token())
        .matches("\\{[A-Z0-9]{8}(-[A-Z0-9]{4}){3}-[A-Z0-9]{12}}");
  }

  @Test
  void aCallWithoutHeadersMeetsAnXmlFaultOfTheGateway() {
    HttpResponse<String> answer = caller.send(caller.unsigned("/complaints").GET());

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/xml");
    assertThat(answer.body()).startsWith("<ams:fault").contains("900902");
  }

  @Test
  void oneRightHeaderIsNotEnough() {
    var credentials = PortalCredentials.INVENTED;
    var onlyFirst =
        caller.unsigned("/complaints").header("Authorization", credentials.headerValue());
    var wrongToken =
        caller
            .unsigned("/complaints")
            .header("Authorization", credentials.headerValue())
            .header("token", credentials.token().replace("{", "").replace("}", ""));

    assertThat(caller.send(onlyFirst.GET()).statusCode()).isEqualTo(401);
    assertThat(caller.send(wrongToken.GET()).body()).contains("900901");
  }

  @Test
  void theFirstHeadersNameIsASetting() {
    var old = new PortalCredentials("auth", "Bearer x", "{T}");
    try (var other = PortalSimulator.start(PortalSettings.defaults().withCredentials(old))) {
      var there = new Caller(other);
      var call = there.unsigned("/complaints").header("auth", "Bearer x").header("token", "{T}");

      assertThat(there.send(call.GET()).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void anUnknownPathIsAJsonMessage() {
    HttpResponse<String> answer = caller.get("/complaints/1/verify");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(Caller.json(answer).path("message").asText()).isNotEmpty();
  }

  @Test
  void mastersObeyThePageSize() {
    assertThat(caller.results("/masters/institutions/external?page_size=1000").path("data"))
        .hasSize(3)
        .anySatisfy(row -> assertThat(row.path("id").asInt()).isEqualTo(12938));
    assertThat(caller.results("/masters/institutions/external?page_size=2").path("data"))
        .hasSize(2);
    assertThat(caller.results("/masters/templates?page_size=1000").path("data"))
        .anySatisfy(row -> assertThat(row.path("code").asText()).isEqualTo("reply_lmw"));
  }
}
