package id.aduan.lapor.portal;

import id.aduan.lapor.failure.LaporException;

/** A message that cannot be understood. The text says where and what, never the value. */
public final class UnreadableMessageException extends LaporException {
  private static final long serialVersionUID = 1L;

  public UnreadableMessageException(String code, String message) {
    super(code, message);
  }
}
