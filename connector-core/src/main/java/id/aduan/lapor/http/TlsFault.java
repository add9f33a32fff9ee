package id.aduan.lapor.http;

/** A file for TLS that cannot be used. The message names the file and nothing that it holds. */
public final class TlsFault extends Exception {
  private static final long serialVersionUID = 1L;

  TlsFault(String message) {
    super(message);
  }

  TlsFault(String message, Throwable cause) {
    super(message, cause);
  }
}
