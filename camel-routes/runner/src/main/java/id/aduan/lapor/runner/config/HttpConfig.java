package id.aduan.lapor.runner.config;

/**
 * The public listener.
 *
 * @param port 0 for any free one
 * @param bodyBytesMax a longer request body is answered 413
 */
public record HttpConfig(String host, int port, int bodyBytesMax) {
  public static final HttpConfig DEFAULT = new HttpConfig("0.0.0.0", 8080, 10 * 1024 * 1024);
}
