package id.aduan.lapor.store.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import id.aduan.lapor.FakePortal;
import id.aduan.lapor.LaporConnector;
import id.aduan.lapor.Samples;
import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.agency.Capability;
import id.aduan.lapor.agency.ChangePage;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.delivery.RetryPolicy;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.privacy.AgencyComplaint;
import id.aduan.lapor.privacy.KeysetSealer;
import id.aduan.lapor.privacy.Sealer;
import id.aduan.lapor.store.Store;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.store.UnitOfWork;
import id.aduan.lapor.sync.CaseStore;
import id.aduan.lapor.webhook.SigningSecret;
import id.aduan.lapor.webhook.WebhookHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A program that embeds the connector and ends by {@code Runtime.halt} at a step of its work.
 * Arguments: the folder of its files, the step, and the address of its database, if the store is
 * not a file.
 */
final class CrashingProcess {
  static final String COMPLAINT = "9200001";
  static final String EVENT = "msg_1";
  private static final String SOURCE = "portal.webhook";
  private static final int KILLED = 137;
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final Duration SOON = Duration.ofMillis(50);
  private static final Duration LOOK_INTERVAL = Duration.ofMillis(10);

  /** More than a lease, which one of them waits for. */
  private static final Duration SETTLED_MAX = Duration.ofSeconds(90);

  private static final RetryPolicy QUICK =
      new RetryPolicy(SOON, SOON, 5, SOON, SOON, SOON, SOON, RetryPolicy.Limits.DEFAULT);

  private final Path folder;
  private final CrashStep step;
  private final JdbcStore store;
  private final List<String> said = new ArrayList<>();

  private CrashingProcess(Path folder, CrashStep step, JdbcStore store) {
    this.folder = folder;
    this.step = step;
    this.store = store;
  }

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    List<String> unused =
        run(folder, CrashStep.valueOf(args[1]), true, args.length > 2 ? args[2] : "");
  }

  /**
   * The same within this process.
   *
   * @param push whether the portal pushes its message; otherwise only what is in the store goes on
   * @return what it said
   */
  static List<String> run(Path folder, CrashStep step, boolean push, String database)
      throws Exception {
    try (JdbcStore store = open(folder, database)) {
      CrashingProcess process = new CrashingProcess(folder, step, store);
      process.run(push);
      return process.said;
    }
  }

  private void say(String what) {
    said.add(what);
    System.out.println(what);
  }

  private static JdbcStore open(Path folder, String database) {
    Sealer sealer = KeysetSealer.ofFile(folder.resolve("keys"));
    return database.isEmpty()
        ? JdbcStore.sqlite(folder.resolve("lapor.db"), sealer)
        : JdbcStore.postgres(source(database), sealer);
  }

  static PGSimpleDataSource source(String database) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(database);
    source.setUser("postgres");
    source.setPassword("postgres");
    return source;
  }

  static Path ledger(Path folder) {
    return folder.resolve("agency.ledger");
  }

  private void run(boolean push) throws Exception {
    FakePortal portal = new FakePortal();
    portal.put(Samples.state(Samples.complaint(COMPLAINT, "1398")));
    portal.beforeReading(
        () -> {
          throw new IllegalStateException("only what is pushed is known");
        });
    Path mapping = folder.resolve("mapping.yaml");
    Files.writeString(mapping, "version: \"1\"\ndefault: dishub\ncategories: []\n");
    try (LaporConnector connector =
        LaporConnector.builder()
            .portal(portal)
            .agency("dishub", new Agency())
            .mapping(Mapping.load(mapping, Set.of("dishub")))
            .store(crashing())
            .webhookSecrets(List.of(SigningSecret.parse(SECRET)))
            .retry(QUICK)
            .pollEvery(Duration.ofHours(1))
            .build()) {
      connector.start();
      if (push) {
        push(connector);
      }
      await().atMost(SETTLED_MAX).pollInterval(LOOK_INTERVAL).until(this::isSettled);
    }
    say("done");
  }

  private void push(LaporConnector connector) throws Exception {
    long now = Instant.now().getEpochSecond();
    String signature = new Webhook(SECRET).sign(EVENT, now, COMPLAINT);
    connector
        .webhooks()
        .orElseThrow()
        .receive(
            new WebhookHeaders(List.of(EVENT), List.of("" + now), List.of(signature)),
            COMPLAINT.getBytes(UTF_8))
        .get();
    say("acknowledged");
  }

  private boolean isSettled() {
    return store.read(tx -> has(tx, State.DONE) || has(tx, State.PARKED));
  }

  private boolean has(Tx tx, State state) {
    return store.outboxView().counts(tx).stream().anyMatch(count -> count.state() == state);
  }

  private boolean isKept(Tx tx) {
    return store.inbox().find(tx, SOURCE, EVENT).isPresent();
  }

  private void haltIf(boolean here) {
    if (here) {
      System.out.flush();
      Runtime.getRuntime().halt(KILLED);
    }
  }

  /** The store, with an end of the process in it. */
  private CaseStore crashing() {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          if (method.getName().equals("submit")) {
            return submit((UnitOfWork<?>) arguments[0]);
          }
          if (method.getName().equals("inTransaction")) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
          }
          try {
            return method.invoke(store, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        };
    return (CaseStore)
        Proxy.newProxyInstance(
            CrashingProcess.class.getClassLoader(), new Class<?>[] {CaseStore.class}, handler);
  }

  private <T> CompletableFuture<T> submit(UnitOfWork<T> work) {
    haltIf(step == CrashStep.RECEIVED && Thread.currentThread().getName().equals("main"));
    return ((Store) store)
        .submit(
            tx -> {
              T end = work.run(tx);
              haltIf(step == CrashStep.BEFORE_COMMIT && isKept(tx));
              haltIf(step == CrashStep.PARKING && has(tx, State.PARKED));
              return end;
            })
        .thenApply(
            end -> {
              haltIf(step == CrashStep.COMMITTED && store.read(this::isKept));
              haltIf(step == CrashStep.CLAIMED && store.read(tx -> has(tx, State.SENDING)));
              return end;
            });
  }

  /** An agency that writes each ticket into a file, and honours no keys. */
  private final class Agency implements AgencyAdapter {
    @Override
    public Set<Capability> capabilities() {
      return Set.of(Capability.FIND);
    }

    @Override
    public DeliveryResult open(AgencyComplaint complaint, IdempotencyKey key) {
      haltIf(step == CrashStep.BEFORE_SEND);
      if (Files.exists(folder.resolve("refuses"))) {
        return new DeliveryResult.Refused("closed", "the office is closed");
      }
      try {
        Files.writeString(
            ledger(folder),
            complaint.facts().id() + "\n",
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      haltIf(step == CrashStep.SENT);
      return new DeliveryResult.Accepted("T-" + complaint.facts().id());
    }

    @Override
    public Lookup find(Reference reference) {
      try {
        return Files.exists(ledger(folder))
                && Files.readAllLines(ledger(folder)).contains(reference.value())
            ? new Lookup.Found("T-" + reference)
            : new Lookup.Absent();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public ChangePage changes(String cursor) {
      throw new UnsupportedOperationException("it lists no changes");
    }
  }
}
