package id.aduan.lapor.bintan.front;

/** Ways in which an agency's system has been seen to fail its callers. */
public enum Trouble {
  NONE,
  /** 200 with the HTML of a login page; nothing is stored. */
  HTML_PAGE,
  /** 500, with a SOAP fault where SOAP is spoken; nothing is stored. */
  SERVER_ERROR,
  /** Takes the request, stores nothing and never answers. */
  SILENT,
  /** Does what was asked, then closes the connection without an answer. */
  ANSWER_LOST,
  /** 200 in the right format, with an error inside; nothing is stored. */
  ERROR_INSIDE,
  /** 503 with Retry-After; nothing is stored. */
  UNAVAILABLE
}
