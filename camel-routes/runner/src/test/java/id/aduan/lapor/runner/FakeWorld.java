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
  private final Map<String, String> answers = new ConcurrentHashMap<>();

  /** What a call that begins so is answered, with 200 and JSON; any other is refused. */
  public void answers(String methodAndPath, String json) {
    answers.put(methodAndPath, json);
  }

  @Override
  public HttpReply exchange(HttpCall call) throws HttpFailure {
    String asked = call.method() + " " + call.uri().getPath();
    for (Map.Entry<String, String> answer : answers.entrySet()) {
      if (asked.startsWith(answer.getKey())) {
        return new HttpReply(
            200,
            Map.of("content-type", "application/json"),
            answer.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    throw new HttpFailure(HttpFailure.Kind.NOT_SENT, call.summary() + ": nobody is there");
  }
}
