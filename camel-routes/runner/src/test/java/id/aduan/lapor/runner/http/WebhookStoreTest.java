package id.aduan.lapor.runner.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class WebhookStoreTest extends WebhookRig {
  @Test
  @Tag("C1")
  void aStoreThatIsClosedIsAnswered503AndNothingElse() throws Exception {
    connector.store().close();

    HttpResponse<String> response = send(signed(event, complaint("9100001")));

    assertProblem(response, 503, "store.unavailable");
    assertThat(response.headers().firstValue("retry-after")).hasValue("30");
  }
}
