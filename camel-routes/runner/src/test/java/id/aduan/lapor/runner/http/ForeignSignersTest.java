package id.aduan.lapor.runner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.standardwebhooks.Webhook;
import id.aduan.lapor.runner.SampleConfig;
import id.aduan.lapor.runner.npm.Npm;
import id.aduan.lapor.simulator.PortalSimulator;
import id.aduan.lapor.simulator.PushSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the reference libraries of two languages sign is accepted and what they would refuse is
 * refused; and what our simulator signs, both of them verify.
 */
@Tag("S1")
class ForeignSignersTest extends WebhookRig {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OLDER = "whsec_b2xkZXItc2VjcmV0LWludmVudGVkLTAwMDE=";
  private static final String FOREIGN = "whsec_Zm9yZWlnbi1zZWNyZXQtaW52ZW50ZWQtMDE=";

  /** Two libraries that we did not write. */
  enum Library {
    MAVEN {
      @Override
      List<String> sign(List<Message> messages) throws Exception {
        List<String> signatures = new ArrayList<>();
        for (Message it : messages) {
          signatures.add(new Webhook(it.secret()).sign(it.id(), it.timestamp(), it.body()));
        }
        return signatures;
      }

      @Override
      void verify(List<Capture.Push> pushes) throws Exception {
        for (Capture.Push it : pushes) {
          new Webhook(PushSettings.INVENTED_SECRET).verify(it.body(), listed(it.headers()));
        }
      }
    },
    NPM {
      @Override
      List<String> sign(List<Message> messages) throws Exception {
        ArrayNode jobs = JSON.createArrayNode();
        for (Message it : messages) {
          jobs.addObject()
              .put("do", "sign")
              .put("secret", it.secret())
              .put("id", it.id())
              .put("timestamp", it.timestamp())
              .put("body", it.body());
        }
        return answers(jobs);
      }

      @Override
      void verify(List<Capture.Push> pushes) throws Exception {
        ArrayNode jobs = JSON.createArrayNode();
        for (Capture.Push it : pushes) {
          jobs.addObject()
              .put("do", "verify")
              .put("secret", PushSettings.INVENTED_SECRET)
              .put("body", it.body())
              .set("headers", JSON.valueToTree(it.headers()));
        }
        assertThat(answers(jobs)).hasSameSizeAs(pushes).containsOnly("genuine");
      }
    };

    abstract List<String> sign(List<Message> messages) throws Exception;

    abstract void verify(List<Capture.Push> pushes) throws Exception;

    private static List<String> answers(ArrayNode jobs) throws Exception {
      List<String> answers = new ArrayList<>();
      for (JsonNode answer : JSON.readTree(Npm.run("webhooks.mjs", jobs.toString()))) {
        answers.add(answer.asText());
      }
      return answers;
    }

    private static Map<String, List<String>> listed(Map<String, String> headers) {
      Map<String, List<String>> listed = new HashMap<>();
      headers.forEach((name, value) -> listed.put(name, List.of(value)));
      return listed;
    }
  }

  record Message(String secret, String id, long timestamp, String body) {
    RawRequest signed(String signature) {
      return RawRequest.plain("POST /webhooks/portal HTTP/1.1")
          .with("Content-Type", "application/json")
          .with("webhook-id", id)
          .with("webhook-timestamp", "" + timestamp)
          .with("webhook-signature", signature)
          .body(body);
    }
  }

  @Override
  void adapt(SampleConfig sample) {
    sample.replace("[\"${env:HOOK}\"]", "[\"${env:HOOK}\", \"${env:HOOK_OLDER}\"]");
  }

  private static long now() {
    return Instant.now().getEpochSecond();
  }

  private static List<String> bodies() {
    List<String> titles =
        List.of(
            "Lampu jalan mati",
            "\u00e9\u00e8\u00fc \u20ac",
            "\u8def\u706f \u0627\u0644\u0636\u0648\u0621 \u0b9a\u0bbe\u0bb2\u0bc8",
            "\ud83d\udea8\ud83d\udd26",
            "e\u0301\u0323 \u202eterbalik\u202c",
            "\\u00e9 ditulis dengan escape",
            "  spasi  \\n\\t",
            "panjang ".repeat(2_000));
    return titles.stream().map(it -> complaint("9100001").replace("Lampu jalan mati", it)).toList();
  }

  @ParameterizedTest
  @EnumSource
  void whatALibrarySignsIsAcceptedWithTheNewerAndTheOlderSecret(Library library) throws Exception {
    List<Message> messages = new ArrayList<>();
    for (String secret : List.of(SampleConfig.SECRET, OLDER)) {
      for (String body : bodies()) {
        messages.add(new Message(secret, "msg_" + library + "_" + messages.size(), now(), body));
      }
    }
    List<String> signatures = library.sign(messages);

    for (int i = 0; i < messages.size(); i++) {
      messages.get(i).signed(signatures.get(i)).sendTo(ingress.address()).isAccepted();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatALibrarySignsAmissIsRefused(Library library) throws Exception {
    String body = complaint("9100001");
    Message right = new Message(SampleConfig.SECRET, "msg_amiss", now(), body);
    Message foreign = new Message(FOREIGN, "msg_amiss", now(), body);
    Message old = new Message(SampleConfig.SECRET, "msg_amiss", now() - 400, body);
    Message early = new Message(SampleConfig.SECRET, "msg_amiss", now() + 400, body);
    List<String> signatures = library.sign(List.of(right, foreign, old, early));
    List<RawRequest> amiss =
        List.of(
            foreign.signed(signatures.get(1)),
            old.signed(signatures.get(2)),
            early.signed(signatures.get(3)),
            right.signed(signatures.get(0)).body(body + " "),
            right.signed(signatures.get(0)).body(body.replace("Lampu", "Lamp\u00fb")),
            right.signed(signatures.get(0)).set("webhook-id", "msg_other"),
            right.signed(signatures.get(0)).set("webhook-timestamp", "" + (right.timestamp() + 1)),
            right.signed(signatures.get(0)).without("webhook-id"),
            right.signed(signatures.get(0)).without("webhook-timestamp"),
            right.signed(signatures.get(0)).without("webhook-signature"));

    for (RawRequest request : amiss) {
      request.sendTo(ingress.address()).isProblem(401, "signature.invalid");
    }
    String both = signatures.get(1) + " " + signatures.get(0);
    right.signed(both).sendTo(ingress.address()).isAccepted();
  }

  @ParameterizedTest
  @EnumSource
  void whatOurSimulatorSignsALibraryVerifies(Library library) throws Exception {
    try (Capture capture = new Capture();
        PortalSimulator portal = Capture.portal(capture.uri(), false)) {
      Capture.story(portal);
      await().until(() -> portal.pushBacklog() == 0);

      library.verify(capture.pushes());
      assertThat(capture.pushes()).hasSizeGreaterThan(3);
    }
  }
}
