package id.aduan.lapor.runner;

import id.aduan.lapor.LaporConnector;
import id.aduan.lapor.runner.answer.FilingWork;
import id.aduan.lapor.runner.answer.ImportWork;
import id.aduan.lapor.runner.answer.MappingWork;
import id.aduan.lapor.runner.answer.ParkedWork;
import id.aduan.lapor.runner.answer.ReconcileWork;
import id.aduan.lapor.runner.config.ConfigFile;
import id.aduan.lapor.runner.config.RunnerConfig;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A connector that owns the store and does not run: it delivers nothing, polls nobody, opens no
 * port and has no way out. What is let go by it is delivered by the next one that runs.
 */
public final class OwnConnector implements AutoCloseable {
  private final LaporConnector connector;
  private final ParkedWork work;
  private final Runnable wayOut;

  private OwnConnector(LaporConnector connector, ParkedWork work, Runnable wayOut) {
    this.wayOut = wayOut;
    this.connector = connector;
    this.work = work;
  }

  /**
   * Builds it.
   *
   * @throws id.aduan.lapor.yaml.ConfigurationFault with every fault of the configuration
   * @throws id.aduan.lapor.failure.StoreLockedException when another process owns the store
   */
  public static OwnConnector open(
      Path file, Function<String, @Nullable String> environment, InstantSource time) {
    LateTransport nowhere = new LateTransport();
    RunnerConfig config = ConfigFile.load(file, nowhere, environment);
    try {
      LaporConnector connector = Assembly.connector(config, nowhere, time, new SecureRandom());
      return new OwnConnector(connector, ConnectorWork.of(connector, config, time), () -> {});
    } catch (RuntimeException e) {
      config.close();
      throw e;
    }
  }

  /**
   * The same with a way out, for what reads from the portal; it still delivers nothing.
   *
   * @throws id.aduan.lapor.yaml.ConfigurationFault with every fault of the configuration
   * @throws id.aduan.lapor.failure.StoreLockedException when another process owns the store
   */
  public static OwnConnector reading(
      Path file, Function<String, @Nullable String> environment, InstantSource time) {
    LateTransport transport = new LateTransport();
    RunnerConfig config = ConfigFile.load(file, transport, environment);
    try {
      LaporConnector connector = Assembly.connector(config, transport, time, new SecureRandom());
      return new OwnConnector(
          connector,
          ConnectorWork.of(connector, config, time),
          OutwardCalls.open(transport)::close);
    } catch (RuntimeException e) {
      config.close();
      throw e;
    }
  }

  public ParkedWork work() {
    return work;
  }

  /** Imports exports of the portal. */
  public ImportWork imports() {
    return new ConnectorImport(connector);
  }

  /** Takes reports of local systems. */
  public FilingWork filings() {
    return new ConnectorFilings(connector);
  }

  /** Lets mappings count. */
  public MappingWork mapping() {
    return new ConnectorMapping(connector.mappingDesk(), connector.categories());
  }

  public ReconcileWork reconcile() {
    return new ConnectorReconcile(connector.reconciler());
  }

  @Override
  public void close() {
    connector.close();
    wayOut.run();
  }
}
