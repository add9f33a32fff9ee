package id.aduan.lapor.runner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import id.aduan.lapor.portal.v3.V3Schema;
import id.aduan.lapor.runner.SampleConfig;
import id.aduan.lapor.simulator.PortalSimulator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema, the simulator, the documents and the reader mean the same message. */
class WebhookSchemaTest extends WebhookRig {
  private static final Path DOCUMENTS = Path.of("../../docs/reference");
  private static final Pattern EXAMPLE =
      Pattern.compile("```json\\n(\\{\"type\".*?\\})\\n```", Pattern.DOTALL);

  private static String text() {
    return new String(V3Schema.webhook(), StandardCharsets.UTF_8);
  }

  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(text());

  @Override
  void adapt(SampleConfig sample) {
    sample.replace("${env:HOOK}", "${env:SIMULATOR}");
  }

  private static Set<ValidationMessage> faults(String message) {
    return SCHEMA.validate(message, InputFormat.JSON);
  }

  @Test
  void theSchemaIsItselfValidAndTheSameInTheDocuments() throws Exception {
    JsonSchema ofSchemas =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(SchemaLocation.of(SchemaId.V202012));

    assertThat(ofSchemas.validate(text(), InputFormat.JSON)).isEmpty();
    assertThat(Files.readString(DOCUMENTS.resolve("webhook.schema.json"))).isEqualTo(text());
  }

  @Test
  void theExampleOfTheDocumentsIsValid() throws Exception {
    String page = Files.readString(DOCUMENTS.resolve("portal-wire.md"));
    List<String> examples =
        EXAMPLE.matcher(page).results().map((MatchResult it) -> it.group(1)).toList();

    assertThat(examples).hasSize(1);
    assertThat(faults(examples.get(0))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatTheSimulatorPushesIsValidAndAccepted(boolean thin) throws Exception {
    try (Capture capture = new Capture();
        PortalSimulator portal = Capture.portal(capture.uri(), thin)) {
      Capture.story(portal);
      await().until(() -> portal.pushBacklog() == 0);

      assertThat(capture.pushes()).hasSizeGreaterThan(3);
      for (Capture.Push push : capture.pushes()) {
        assertThat(faults(push.body())).as(push.body()).isEmpty();
        RawRequest request =
            RawRequest.plain("POST /webhooks/portal HTTP/1.1")
                .with("Content-Type", "application/json");
        push.headers().forEach(request::with);
        request.body(push.body()).sendTo(ingress.address()).isAccepted();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"data\": {\"complaint_id\": 9200001}}",
        "{\"data\": {\"complaint_id\": \"9200001\", \"x\": [1]}, \"y\": {}}",
        "{\"data\": {\"complaint_id\": \"#9200001\", \"is_secret\": \"1\", \"is_anonymous\": null}}",
        "{\"data\": {\"complaint_id\": \"9200001\", \"category_id\": \"\", \"reporter\": null}}"
      })
  void whatIsReadInAnotherFormIsValidToo(String message) {
    assertThat(faults(message)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "{}",
        "{\"data\": []}",
        "{\"data\": {}}",
        "{\"data\": {\"complaint_id\": 1}}",
        "{\"data\": {\"complaint_id\": \"9200001x\"}}",
        "{\"data\": {\"complaint_id\": \"9200001\", \"title\": \"a\\u0000b\"}}",
        "{\"data\": {\"complaint_id\": \"9200001\", \"is_secret\": \"ya\"}}"
      })
  void whatIsKeptAsideOrNotUnderstoodIsNotValid(String message) {
    assertThat(faults(message)).isNotEmpty();
  }
}
