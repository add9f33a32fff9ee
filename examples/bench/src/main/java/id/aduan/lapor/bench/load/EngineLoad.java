package id.aduan.lapor.bench.load;

import id.aduan.lapor.LaporConnector;
import id.aduan.lapor.LaporConnectorBuilder;
import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.agency.Capability;
import id.aduan.lapor.agency.ChangePage;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.portal.v3.V3Credentials;
import id.aduan.lapor.portal.v3.V3Portal;
import id.aduan.lapor.privacy.AgencyComplaint;
import id.aduan.lapor.store.jdbc.JdbcStore;
import id.aduan.lapor.sync.WebhookIntake;
import id.aduan.lapor.webhook.SigningSecret;
import id.aduan.lapor.webhook.WebhookHeaders;
import id.aduan.lapor.webhook.WebhookSigner;
import id.aduan.lapor.yaml.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A connector in this JVM whose agencies take all at once, and a portal that hands it signed
 * messages. So many messages may wait for their delivery; who sends more waits.
 */
final class EngineLoad implements AutoCloseable {
  private static final int WAITING_MAX = 2_000;
  private static final int AT_ONCE = 16;
  private static final int DELIVERED_MINUTES_MAX = 5;

  /** Every tenth message changes the complaint of so many messages ago, which has its ticket. */
  private static final int CHANGED_AFTER = 3_005;

  private final LaporConnector connector;
  private final WebhookIntake webhooks;
  private final WebhookSigner signer =
      new WebhookSigner(List.of(SigningSecret.parse(LoadSettings.SECRET)));
  private final InstantSource time = InstantSource.system();
  private final ExecutorService senders;
  private final int threads;
  private final Semaphore room = new Semaphore(WAITING_MAX);

  EngineLoad(Path folder, JdbcStore store, int threads) throws IOException {
    Path mapping =
        Files.writeString(folder.resolve("mapping.yaml"), LoadSettings.mapping(Arena.AGENCIES));
    Secret nobody = Secret.of("bench");
    LaporConnectorBuilder builder =
        LaporConnector.builder()
            .portal(
                V3Portal.at(
                    URI.create("http://127.0.0.1:9"),
                    V3Credentials.of(nobody, nobody),
                    "15201",
                    "7001"))
            .mapping(Mapping.load(mapping))
            .store(store)
            .webhookSecrets(List.of(SigningSecret.parse(LoadSettings.SECRET)))
            .pollEvery(Duration.ofHours(5));
    for (int i = 0; i < Arena.AGENCIES; i++) {
      builder
          .agency(LoadSettings.agency(i), new Desk())
          .concurrencyMax(LoadSettings.agency(i), AT_ONCE);
    }
    connector = builder.build();
    connector.start();
    webhooks = connector.webhooks().orElseThrow();
    senders = Executors.newFixedThreadPool(threads);
    this.threads = threads;
  }

  /** Takes all at once: what it is sent makes room for the next message. */
  private final class Desk implements AgencyAdapter {
    @Override
    public Set<Capability> capabilities() {
      return Set.of(Capability.HONOURS_KEYS, Capability.UPDATE);
    }

    @Override
    public DeliveryResult open(AgencyComplaint complaint, IdempotencyKey key) {
      room.release();
      return new DeliveryResult.Accepted("T-" + complaint.facts().reference().value());
    }

    @Override
    public DeliveryResult update(
        AgencyComplaint complaint, AgencyTicket ticket, IdempotencyKey key) {
      room.release();
      return new DeliveryResult.Accepted(ticket.number());
    }

    @Override
    public Lookup find(Reference reference) {
      throw new IllegalStateException("who honours keys is not asked");
    }

    @Override
    public ChangePage changes(String cursor) {
      throw new IllegalStateException("no capability to tell of changes");
    }
  }

  /** Sends the messages of these numbers, and waits until all of them are at their agencies. */
  void play(int from, int to) throws IOException {
    AtomicInteger next = new AtomicInteger(from);
    List<Future<?>> sending = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      sending.add(
          senders.submit(
              () -> {
                for (int n = next.getAndIncrement(); n < to; n = next.getAndIncrement()) {
                  room.acquireUninterruptibly();
                  send(n);
                }
              }));
    }
    try {
      for (Future<?> one : sending) {
        one.get();
      }
      if (!room.tryAcquire(WAITING_MAX, DELIVERED_MINUTES_MAX, TimeUnit.MINUTES)) {
        throw new IOException("not delivered within " + DELIVERED_MINUTES_MAX + " minutes");
      }
      room.release(WAITING_MAX);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IOException("a message was not kept", e);
    }
  }

  private void send(int number) {
    boolean changes = number % 10 == 9 && number >= CHANGED_AFTER;
    int complaint = changes ? number - CHANGED_AFTER : number;
    int revision = changes ? 2 : 1;
    byte[] body = Webhooks.body(new Traffic.Event(Traffic.Kind.NEW, complaint, revision, 0));
    Map<String, String> headers =
        signer.headers("bench_" + complaint + "_" + revision, time.instant(), body);
    WebhookIntake.Answer answer =
        webhooks
            .receive(
                new WebhookHeaders(
                    List.of(headers.get(WebhookHeaders.ID)),
                    List.of(headers.get(WebhookHeaders.TIMESTAMP)),
                    List.of(headers.get(WebhookHeaders.SIGNATURE))),
                body)
            .join();
    if (!(answer instanceof WebhookIntake.Answer.Kept)) {
      throw new IllegalStateException("answered by " + answer.getClass().getSimpleName());
    }
  }

  @Override
  public void close() {
    senders.shutdownNow();
    connector.close();
  }
}
