package id.aduan.lapor.bintan.demo;

import java.io.IOException;
import java.nio.file.Path;

/** Keeps a connector running: starts it, and starts it again after it was killed. */
final class Keeper implements AutoCloseable {
  private final Path configuration;
  private final Path log;
  private final int port;
  private final Thread ending = new Thread(() -> connector().close(), "demo-ending");
  private volatile ConnectorProcess connector;

  private Keeper(Path configuration, Path log, int port) throws IOException {
    this.configuration = configuration;
    this.log = log;
    this.port = port;
    this.connector = ConnectorProcess.start(configuration, log);
    Runtime.getRuntime().addShutdownHook(ending);
  }

  /** Starts the first one and waits until its port is open. */
  static Keeper start(Path configuration, Path log, int port)
      throws IOException, InterruptedException {
    Keeper keeper = new Keeper(configuration, log, port);
    try {
      keeper.connector.awaitReady(port);
      return keeper;
    } catch (IOException | InterruptedException e) {
      keeper.close();
      throw e;
    }
  }

  private ConnectorProcess connector() {
    return connector;
  }

  long pid() {
    return connector.pid();
  }

  /** Ends it at once ({@code kill -9}) and returns when it is gone. */
  void kill() throws InterruptedException {
    connector.kill();
  }

  /** Starts the successor of one that was killed and waits until its port is open. */
  void startAgain() throws IOException, InterruptedException {
    connector = ConnectorProcess.start(configuration, log);
    connector.awaitReady(port);
  }

  @Override
  public void close() {
    connector.close();
  }
}
