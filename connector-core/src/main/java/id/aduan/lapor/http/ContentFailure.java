package id.aduan.lapor.http;

import java.io.IOException;

/**
 * What was to go out could not be read to its end, or is not of the length that was announced. It
 * is thrown before the last byte goes out, so the far end never has the whole of it.
 */
public final class ContentFailure extends IOException {
  private static final long serialVersionUID = 1L;

  ContentFailure(String message) {
    super(message);
  }

  ContentFailure(String message, IOException cause) {
    super(message, cause);
  }
}
