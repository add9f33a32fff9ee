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
  private final AdminFile ours;

  private AdminNotice(Path file, AdminFile ours) {
    this.file = file;
    this.ours = ours;
  }

  /**
   * Puts the file up.
   *
   * @throws StoreException when its folder cannot be written
   */
  public static AdminNotice post(Path file, URI listening, Secret token) {
    try {
      AdminFile ours = new AdminFile(ProcessHandle.current().pid(), reachable(listening), token);
      ours.write(file);
      return new AdminNotice(file, ours);
    } catch (IOException e) {
      throw new StoreException("the file " + file + " cannot be written", e);
    }
  }

  /** What listens on every address is reached by the machine's own. */
  private static URI reachable(URI listening) throws UnknownHostException {
    InetAddress address = InetAddress.getByName(listening.getHost());
    return address.isAnyLocalAddress()
        ? URI.create("http://127.0.0.1:" + listening.getPort())
        : listening;
  }

  /** Takes it down, unless another process has put up its own since. */
  @Override
  public void close() throws IOException {
    if (AdminFile.read(file).map(this::isOurs).orElse(false)) {
      Files.deleteIfExists(file);
    }
  }

  private boolean isOurs(AdminFile there) {
    return there.pid() == ours.pid() && there.token().reveal().equals(ours.token().reveal());
  }
}
