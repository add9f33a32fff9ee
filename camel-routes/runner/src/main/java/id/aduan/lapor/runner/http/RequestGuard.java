package id.aduan.lapor.runner.http;

import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets through only requests that can be read one way: addresses without dot segments, empty
 * segments, path parameters or escapes (404), a body framed by its length or in chunks and nothing
 * else (400), and at most 100 header fields (431).
 */
final class RequestGuard extends Handler.Wrapper {
  private static final int FIELDS_MAX = 100;
  private static final String CHUNKED = "chunked";

  RequestGuard(Handler next) {
    super(next);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Optional<ErrorKind> fault = fault(request);
    if (fault.isEmpty()) {
      return super.handle(request, response, callback);
    }
    Response.writeError(request, response, callback, fault.get().status());
    return true;
  }

  private static Optional<ErrorKind> fault(Request request) {
    if (request.getHeaders().size() > FIELDS_MAX) {
      return Optional.of(ErrorKind.LARGE_HEADER);
    }
    List<String> codings = request.getHeaders().getValuesList(HttpHeader.TRANSFER_ENCODING);
    if (!codings.isEmpty() && !(codings.size() == 1 && codings.get(0).equalsIgnoreCase(CHUNKED))) {
      return Optional.of(ErrorKind.BAD_REQUEST);
    }
    return isPlain(request.getHttpURI()) ? Optional.empty() : Optional.of(ErrorKind.NOT_FOUND);
  }

  private static boolean isPlain(HttpURI uri) {
    String path = uri.getPath();
    return path != null
        && path.startsWith("/")
        && !uri.hasViolations()
        && path.equals(uri.getCanonicalPath())
        && path.chars().noneMatch(c -> c == ';' || c == '%' || c == '\\')
        && !path.contains("//");
  }
}
