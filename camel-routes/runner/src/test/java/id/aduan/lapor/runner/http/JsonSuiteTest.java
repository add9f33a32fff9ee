package id.aduan.lapor.runner.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.aduan.lapor.runner.npm.Npm;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Row 11: the JSON parsing suite. Not one of its documents is a message of the portal, so a
 * document that is JSON is kept aside for its shape, and one that is not for its syntax.
 */
@Tag("C2")
@Tag("S8")
class JsonSuiteTest extends WebhookRig {
  private static final String SHAPE = "payload.shape";
  private final List<JsonNode> cases = new ArrayList<>();

  @Override
  BodyReader.Rules body() {
    return BodyReader.Rules.usual(1024 * 1024);
  }

  @BeforeAll
  void fetch() throws JsonProcessingException {
    new ObjectMapper().readTree(Npm.run("json-suite.mjs", "")).forEach(cases::add);
    assertThat(cases).hasSizeGreaterThan(300);
  }

  /** The package holds texts, in which U+FFFD stands for each byte that was not UTF-8. */
  private static byte[] bytes(JsonNode document) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document
        .path("input")
        .asText()
        .codePoints()
        .forEach(
            point -> {
              if (point == 0xfffd) {
                bytes.write(0xff);
              } else {
                bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
              }
            });
    return bytes.toByteArray();
  }

  private List<JsonNode> cases(String kind) {
    return cases.stream().filter(it -> it.path("name").asText().startsWith(kind)).toList();
  }

  private String codeOf(JsonNode document) throws Exception {
    String name = document.path("name").asText();
    RawAnswer told =
        RawRequest.genuine("msg_" + name.replace('.', '_').replace(' ', '_'), bytes(document))
            .sendTo(ingress.address());
    assertThat(told.status()).as(name).isEqualTo(202);
    assertThat(told.body()).as(name).contains("\"outcome\":\"quarantined\"");
    return told.body().replaceAll(".*\"code\":\"([^\"]*)\".*", "$1");
  }

  @Test
  void row11_whatIsNotJsonIsKeptAsideForThat() throws Exception {
    List<JsonNode> wrong = cases("n_");

    assertThat(wrong).hasSize(188);
    for (JsonNode document : wrong) {
      // Nothing at all is no JSON either, and told as what it is.
      String code = codeOf(document);
      assertThat(code)
          .as(document.path("name").asText())
          .matches(bytes(document).length < 2 ? "json\\.\\w+|" + SHAPE : "json\\.\\w+");
    }
  }

  @Test
  void row11_whatIsJsonIsRead() throws Exception {
    List<JsonNode> right = cases("y_");

    assertThat(right).hasSize(95);
    for (JsonNode document : right) {
      boolean twice = document.path("name").asText().contains("duplicated_key");
      assertThat(codeOf(document))
          .as(document.path("name").asText())
          .isEqualTo(twice ? "json.duplicate_key" : SHAPE);
    }
  }

  @Test
  void row11_whereTheStandardLeavesItOpenNothingBreaks() throws Exception {
    List<JsonNode> open = cases("i_");

    assertThat(open).hasSize(35);
    for (JsonNode document : open) {
      assertThat(codeOf(document)).matches("json\\.\\w+|" + SHAPE);
    }
  }
}
