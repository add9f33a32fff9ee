package id.aduan.lapor.runner.http;

import java.net.BindException;
import java.net.SocketException;

/** The port cannot be had. Nothing listens. */
public final class ListenException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final boolean forbidden;
  private final String line;

  private ListenException(String line, boolean forbidden, Throwable cause) {
    super(line, cause);
    this.line = line;
    this.forbidden = forbidden;
  }

  static ListenException of(String host, int port, String setting, Throwable failure) {
    String where = "cannot listen on " + host + ":" + port + ": ";
    String change = "; change " + setting + ".host or " + setting + ".port";
    if (has(failure, "denied")) {
      return new ListenException(
          where + "ports below 1024 need a right that this user does not have" + change,
          true,
          failure);
    }
    if (failure instanceof BindException || failure.getCause() instanceof BindException) {
      boolean foreign = has(failure, "assign");
      return new ListenException(
          where + (foreign ? "the host is none of this machine's" : "the port is in use") + change,
          false,
          failure);
    }
    return new ListenException(where + "the host is not known" + change, false, failure);
  }

  private static boolean has(Throwable failure, String word) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      if (e instanceof SocketException && String.valueOf(e.getMessage()).contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** Whether this user may not have it, whoever else has it. */
  public boolean forbidden() {
    return forbidden;
  }

  /** What, where, how to fix. */
  public String line() {
    return line;
  }
}
