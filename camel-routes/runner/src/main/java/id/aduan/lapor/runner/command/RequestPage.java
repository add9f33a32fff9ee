package id.aduan.lapor.runner.command;

import id.aduan.lapor.runner.answer.ParkedRequest;
import java.io.PrintWriter;

/** Requests as they would be sent, for people: the body is as it is, to the byte. */
final class RequestPage {
  private final PrintWriter out;

  RequestPage(PrintWriter out) {
    this.out = out;
  }

  void print(ParkedRequest request) {
    if (!request.otherwise().isEmpty()) {
      out.println(request.otherwise());
    }
    request.calls().forEach(this::print);
  }

  private void print(ParkedRequest.Call call) {
    out.println(call.method() + " " + call.uri());
    call.headers().forEach((name, value) -> out.println(name + ": " + value));
    out.println();
    out.println(call.body());
  }
}
