package id.aduan.lapor.runner.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What can be said of a request by its first lines, before a byte of its body was read (C2). */
final class RequestShape {
  private static final Pattern JSON =
      Pattern.compile(
          "application/json[ \\t]*(;[ \\t]*charset[ \\t]*=[ \\t]*(utf-8|\"utf-8\")[ \\t]*)?",
          Pattern.CASE_INSENSITIVE);

  private RequestShape() {}

  /** Why it is not taken, if it is not. */
  static Optional<ErrorKind> fault(HttpServletRequest request, int bodyBytesMax) {
    if (!request.getMethod().equals("POST")) {
      return Optional.of(ErrorKind.WRONG_METHOD);
    }
    List<String> types = Collections.list(request.getHeaders("Content-Type"));
    if (types.size() != 1 || !JSON.matcher(types.get(0).strip()).matches()) {
      return Optional.of(ErrorKind.WRONG_TYPE);
    }
    if (request.getHeaders("Content-Encoding").hasMoreElements()) {
      return Optional.of(ErrorKind.WRONG_TYPE);
    }
    return request.getContentLengthLong() > bodyBytesMax
        ? Optional.of(ErrorKind.TOO_LARGE)
        : Optional.empty();
  }
}
