package id.aduan.lapor.runner.http;

/** Every error that a caller may get, with its stable code and its one text (C2). */
enum ErrorKind {
  BAD_REQUEST(400, "http.malformed", "The request is not well-formed HTTP"),
  BAD_HEADER(400, "header.invalid", "A webhook header is not of the agreed form"),
  UNSIGNED(
      401, "signature.invalid", "The proof of who sends this is missing, wrong or out of date"),
  NOT_FOUND(404, "http.not_found", "There is nothing at this address"),
  UNKNOWN_EVENT(404, "event.unknown", "No event is kept under this reference"),
  WRONG_METHOD(405, "http.method", "This address does not take that method"),
  TOO_SLOW(408, "http.timeout", "The request did not arrive in time"),
  TOO_LARGE(413, "http.body_too_large", "The body is longer than is taken here"),
  LONG_ADDRESS(414, "http.address_too_long", "The address is longer than is taken here"),
  WRONG_TYPE(415, "http.media_type", "The body must be application/json in UTF-8, not compressed"),
  TOO_MANY(429, "http.rate", "Too many requests; send it again later"),
  LARGE_HEADER(431, "http.header_too_large", "The headers are longer than is taken here"),
  BUG(500, "internal", "The request could not be handled"),
  UNAVAILABLE(503, "store.unavailable", "Nothing was kept; send it again later"),
  UNREADABLE(503, "store.unavailable", "The store cannot be asked now; ask again later");

  private final int status;
  private final String code;
  private final String title;

  ErrorKind(int status, String code, String title) {
    this.status = status;
    this.code = code;
    this.title = title;
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  String title() {
    return title;
  }

  /**
   * What Jetty means by a status of its own. 501 and 505 are said of a request that asks for
   * another HTTP than this one.
   */
  static ErrorKind ofStatus(int status) {
    for (ErrorKind kind : values()) {
      if (kind.status == status && kind != BAD_HEADER) {
        return kind;
      }
    }
    return status < 500 || status == 501 || status == 505 ? BAD_REQUEST : BUG;
  }
}
