package id.aduan.lapor.runner.admin;

import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.yaml.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells the commands of this machine, by {@link AdminFile}, whom to ask, while it is open. */
public final class AdminNotice implements AutoCloseable {
  private final Path file;

  private AdminNotice(Path file) {
    this.file = file;
  }

  /**
   * Puts the file up.
   *
   * @throws StoreException when its folder cannot be written
   */
  public static AdminNotice post(Path file, URI listening, Secret token) {
    try {
      new AdminFile(ProcessHandle.current().pid(), reachable(listening), token).write(file);
    } catch (IOException e) {
      throw new StoreException("the file " + file + " cannot be written", e);
    }
    return new AdminNotice(file);
  }

  /** What listens on every address is reached by the machine's own. */
  private static URI reachable(URI listening) throws UnknownHostException {
    InetAddress address = InetAddress.getByName(listening.getHost());
    return address.isAnyLocalAddress()
        ? URI.create("http://127.0.0.1:" + listening.getPort())
        : listening;
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
