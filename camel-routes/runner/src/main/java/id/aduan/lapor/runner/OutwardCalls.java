package id.aduan.lapor.runner;

/** The way out as {@code run} has it, and nothing else of it: no engine, no route, no port. */
public final class OutwardCalls implements AutoCloseable {
  private final CamelHost host;

  private OutwardCalls(CamelHost host) {
    this.host = host;
  }

  public static OutwardCalls open(LateTransport transport) {
    return new OutwardCalls(CamelHost.idle(transport));
  }

  @Override
  public void close() {
    host.close();
  }
}
