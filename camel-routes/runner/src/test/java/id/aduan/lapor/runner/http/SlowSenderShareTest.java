package id.aduan.lapor.runner.http;

import java.net.Socket;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S22")
class SlowSenderShareTest extends AddressShareRig {
  @Test
  void whoeverSendsSlowlyGivesUpItsPlaceBeforeOneThatIsNewer() throws Exception {
    try (Socket header = connect();
        Socket body = connect()) {
      say(header, "POST /webhooks/portal HTTP/1.1\r\nX-Half: ");
      say(body, ConnectionLimitsTest.REQUEST.replace("{}", "{"));
      for (int i = 0; i < 5; i++) {
        assertNewcomerServed();
      }
    }
  }
}
