package id.aduan.lapor.bintan.front;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** A request whose body has been read and can be read again. */
public final class HeldRequest extends HttpServletRequestWrapper {
  static final String ATTRIBUTE = HeldRequest.class.getName();
  private final byte[] body;

  HeldRequest(HttpServletRequest request, byte[] body) {
    super(request);
    this.body = body.clone();
    request.setAttribute(ATTRIBUTE, this);
  }

  /** The request as it passed the front, from whatever wraps it by now. */
  public static HeldRequest of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof HeldRequest held) {
      return held;
    }
    throw new IllegalStateException(
        "the request did not pass the front: " + request.getServletPath());
  }

  public byte[] body() {
    return body.clone();
  }

  public String bodyText() {
    return new String(body, StandardCharsets.UTF_8);
  }

  @Override
  public ServletInputStream getInputStream() {
    return new Replay(new ByteArrayInputStream(body));
  }

  private static final class Replay extends ServletInputStream {
    private final ByteArrayInputStream bytes;

    Replay(ByteArrayInputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      return bytes.read(target, offset, length);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new IllegalStateException("the body is already here");
    }
  }
}
