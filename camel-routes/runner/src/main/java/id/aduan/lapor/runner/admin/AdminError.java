package id.aduan.lapor.runner.admin;

import id.aduan.lapor.runner.answer.ReconcileBusyException;

/** Every error of administration, with its stable code and its one text: no caller's value. */
enum AdminError {
  BAD_ID(400, "case.id", "A tracking id is 5 to 15 digits"),
  BAD_PARKED_ID(400, "parked.id", "An id is a number, or in- and 16 digits from 0 to f"),
  BAD_FILTER(
      400,
      "parked.filter",
      "A filter is agency, code, since, until, mappingVersion, each once, none blank"),
  BAD_BODY(400, "admin.body", "The body is not what this address takes"),
  BAD_OPERATOR(400, "parked.who", "Who acts has 1 to 64 letters and digits, and why at most 200"),
  NO_REASON(400, "parked.reason", "This needs a reason"),
  BAD_WISH(400, "parked.wish", "What is there is neither absent nor rendered anew"),
  BAD_ORDER(
      400,
      "agency.order",
      "There is no such target, who is no account, or why is missing or no line"),
  BAD_DEADLINE_FILTER(
      400, "deadlines.filter", "A filter is agency, moved=true, all=true, each at most once"),
  BAD_LANGUAGE(400, "explain.lang", "A language is id or en"),
  BAD_EVENT(
      400,
      "deadlines.order",
      "An event or a rule to extend, who is an account, and why is a line of at most 200"),
  BAD_IMPORT(400, "import.order", "Who imports is an account, and generatedOn a day: 2026-11-14"),
  BAD_RECAP(
      400, "recap.order", "A period ends after it begins, agency is a code, who is an account"),
  BAD_LETTER(
      400, "letter.order", "There is no such letter, that agency has not had it, or who is none"),
  BAD_FILING(400, "filing.name", "A report is named by its number, SOURCE:NUMBER or #TRACKING_ID"),
  BAD_MAPPING_ORDER(
      400, "mapping.order", "A mapping has a name without a folder, who is an account, why a line"),
  BAD_REPLY_ID(400, "replies.id", "An answer's id is a number"),
  BAD_CASE_FILTER(
      400, "cases.filter", "A filter is kind, agency, skip, each at most once and well-formed"),
  BAD_CASE_ORDER(
      400,
      "cases.order",
      "Who acts is an account, why a line of at most 200, and agencies are codes"),
  NO_TOKEN(401, "admin.token", "This address wants a token"),
  NOT_FOUND(404, "http.not_found", "There is nothing at this address"),
  UNKNOWN_CASE(404, "case.unknown", "The store has no such case"),
  NOTHING_SHOWN(404, "parked.nothing_shown", "Nothing that can be shown waits under this id"),
  UNKNOWN_PARKED(404, "parked.unknown", "Nothing waits under this id"),
  UNKNOWN_FILING(404, "filing.unknown", "No such report was taken"),
  UNKNOWN_REPLY(404, "replies.unknown", "No answer has this number"),
  WRONG_METHOD(405, "http.method", "This address does not take that method"),
  RECONCILING(409, ReconcileBusyException.CODE, ReconcileBusyException.TEXT),
  BODY_TOO_LONG(413, "admin.body_too_long", "The body is longer than this address takes"),
  NO_JSON(415, "admin.media_type", "A body here is application/json"),
  NO_EXPORT(415, "import.media_type", "An export is sent as an .xlsx workbook"),
  BUG(500, "internal", "The request could not be handled"),
  BUSY(503, "admin.busy", "Too many requests are under way; ask again later"),
  TROUBLE(503, "store.unavailable", "The connector could not find the answer; its log says why");

  private final int status;
  private final String code;
  private final String title;

  AdminError(int status, String code, String title) {
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
}
