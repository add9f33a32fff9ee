package id.aduan.lapor.runner;

import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpFailure;
import id.aduan.lapor.http.HttpReply;
import id.aduan.lapor.http.HttpTransport;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The portal and the agencies of {@link SampleConfig}, as far as they answer HTTP calls. */
public final class FakeWorld implements HttpTransport {
  private final Map<String, HttpReply> answers = new ConcurrentHashMap<>();

  /** What this call is answered; any other finds nobody. */
  public void answers(String methodAndPath, int status, String json) {
    answers.put(
        methodAndPath,
        new HttpReply(
            status,
            Map.of("content-type", "application/json"),
            json.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public HttpReply exchange(HttpCall call) throws HttpFailure {
    HttpReply answer = answers.get(call.method() + " " + call.uri().getPath());
    if (answer != null) {
      return answer;
    }
    throw new HttpFailure(HttpFailure.Kind.NOT_SENT, call.summary() + ": nobody is there");
  }
}
