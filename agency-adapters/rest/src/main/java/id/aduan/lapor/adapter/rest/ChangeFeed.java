package id.aduan.lapor.adapter.rest;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import id.aduan.lapor.agency.ChangePage;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpReply;
import java.util.Optional;

/**
 * Reads a page of changes. Pure. A change that breaks the agreement is handed over as it came, to
 * be kept aside; a page that does, or whose cursor does, is refused as a whole.
 */
record ChangeFeed(
    PathTemplate path,
    int limit,
    String start,
    JsonPointer items,
    JsonPointer cursor,
    Optional<JsonPointer> more,
    ChangeItem item) {
  private static final int CURSOR_MAX = 1024;

  static ChangeFeed of(RestConfig.Changes changes) {
    return new ChangeFeed(
        PathTemplate.ofChanges(changes.path()),
        changes.limit(),
        changes.start(),
        Json.pointer(changes.items()),
        Json.pointer(changes.cursor()),
        changes.more().map(Json::pointer),
        ChangeItem.of(changes.item()));
  }

  /**
   * @param asked the cursor that the page was asked with
   */
  ChangePage read(HttpCall call, HttpReply reply, String asked) {
    JsonNode page =
        Json.read(reply).orElseThrow(() -> broken(call, "the answer is not whole JSON in UTF-8"));
    JsonNode list = page.at(items);
    if (!list.isArray()) {
      throw broken(call, "'items' points to no list");
    }
    ChangeItem.Read read = item.readAll(list);
    String next = next(call, page, asked, list.isEmpty());
    boolean moreWait =
        more.map(pointer -> page.at(pointer).asBoolean()).orElse(list.size() >= limit);
    return new ChangePage(read.changes(), read.unreadable(), next, moreWait && !next.equals(asked));
  }

  private String next(HttpCall call, JsonNode page, String asked, boolean empty) {
    String next =
        Json.text(page, cursor).orElseThrow(() -> broken(call, "'cursor' points to no text"));
    if (next.isEmpty() && empty) {
      return asked;
    }
    if (next.isEmpty() || next.length() > CURSOR_MAX) {
      throw broken(call, "there is no usable cursor");
    }
    return next;
  }

  private static FarEndException broken(HttpCall call, String what) {
    return FarEndException.contract(call.summary() + ": " + what + "; nothing was read");
  }
}
