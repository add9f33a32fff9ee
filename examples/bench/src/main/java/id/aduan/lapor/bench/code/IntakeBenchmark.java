package id.aduan.lapor.bench.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.aduan.lapor.adapter.rest.RestAdapter;
import id.aduan.lapor.agency.AdapterContext;
import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.bench.load.Sample;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.http.HttpReply;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.mapping.Question;
import id.aduan.lapor.mapping.Routing;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.portal.v3.V3Credentials;
import id.aduan.lapor.portal.v3.V3Portal;
import id.aduan.lapor.privacy.AgencyComplaint;
import id.aduan.lapor.webhook.SigningSecret;
import id.aduan.lapor.webhook.Verdict;
import id.aduan.lapor.webhook.WebhookHeaders;
import id.aduan.lapor.webhook.WebhookSigner;
import id.aduan.lapor.webhook.WebhookVerifier;
import id.aduan.lapor.yaml.Problems;
import id.aduan.lapor.yaml.Secret;
import id.aduan.lapor.yaml.YamlFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A message of 1.2 kB, verified, parsed, decided over 200 rules, and encoded for its agency. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@NullUnmarked // JMH fills the fields by the method that is marked for it
public class IntakeBenchmark {
  private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");
  private static final IdempotencyKey KEY = new IdempotencyKey("bench");
  private static final String REST =
      """
      baseUri: http://127.0.0.1:9
      tls: "off"
      create:
        path: /tiket
        body: '{"nomor": trackingId, "judul": title, "uraian": content}'
        ticket: /id
      """;

  private byte[] body;
  private WebhookHeaders headers;
  private WebhookVerifier verifier;
  private V3Portal portal;
  private Mapping mapping;
  private AgencyAdapter adapter;
  private Complaint complaint;

  /** Makes all that does not belong to one message. */
  @Setup
  public void prepare() throws IOException {
    List<SigningSecret> secrets = List.of(SigningSecret.parse(Sample.secret()));
    body = Sample.body();
    Map<String, String> signed = new WebhookSigner(secrets).headers("bench_1", NOW, body);
    headers =
        new WebhookHeaders(
            List.of(signed.get(WebhookHeaders.ID)),
            List.of(signed.get(WebhookHeaders.TIMESTAMP)),
            List.of(signed.get(WebhookHeaders.SIGNATURE)));
    verifier = new WebhookVerifier(secrets, () -> NOW);
    V3Credentials nobody = V3Credentials.of(Secret.of("bench"), Secret.of("bench"));
    portal = V3Portal.at(URI.create("http://127.0.0.1:9"), nobody, "15201", "7001");
    Path file = Files.createTempFile("lapor-bench", ".yaml");
    Files.writeString(file, Sample.mapping());
    mapping = Mapping.load(file);
    Files.delete(file);
    Problems problems = new Problems();
    var settings = YamlFile.parse("bench", REST.getBytes(UTF_8), problems);
    adapter =
        new RestAdapter.Factory()
            .create(
                new AgencyCode("a00"),
                settings,
                new AdapterContext(
                    call ->
                        new HttpReply(
                            201,
                            Map.of("content-type", "application/json"),
                            "{\"id\":\"T-1\"}".getBytes(UTF_8)),
                    () -> NOW,
                    Path.of("")));
    problems.throwIfAny();
    complaint = parse().complaint();
    if (!(verify() instanceof Verdict.Genuine) || encode() == null) {
      throw new IllegalStateException("the message is not what it should be");
    }
  }

  /** Signature and moment. */
  @Benchmark
  public Verdict verify() {
    return verifier.verify(headers, body);
  }

  /** JSON to the model. */
  @Benchmark
  public PortalState parse() {
    return portal.read(body);
  }

  /** Which agency; half of the rules are looked at. */
  @Benchmark
  public Routing decide() {
    return mapping.route(Question.of(complaint));
  }

  /** What the agency may see, as it is kept, read again, and sent. */
  @Benchmark
  public DeliveryResult encode() {
    byte[] kept = ModelJson.writeFor(AgencyComplaint.of(complaint));
    return adapter.open(ModelJson.readAgencyComplaint(kept), KEY);
  }

  /** All of it. */
  @Benchmark
  public DeliveryResult verifyParseDecideEncode() {
    if (!(verify() instanceof Verdict.Genuine)) {
      throw new IllegalStateException("not genuine");
    }
    Complaint told = parse().complaint();
    if (mapping.route(Question.of(told)) == null) {
      throw new IllegalStateException("not routed");
    }
    byte[] kept = ModelJson.writeFor(AgencyComplaint.of(told));
    return adapter.open(ModelJson.readAgencyComplaint(kept), KEY);
  }
}
