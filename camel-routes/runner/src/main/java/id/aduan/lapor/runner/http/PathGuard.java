package id.aduan.lapor.runner.http;

import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets through only addresses that are written one way: no dot segments, empty segments, path
 * parameters or escapes, so that no two parts of the program can read one differently.
 */
final class PathGuard extends Handler.Wrapper {
  PathGuard(Handler next) {
    super(next);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (isPlain(request.getHttpURI())) {
      return super.handle(request, response, callback);
    }
    Response.writeError(request, response, callback, ErrorKind.NOT_FOUND.status());
    return true;
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
