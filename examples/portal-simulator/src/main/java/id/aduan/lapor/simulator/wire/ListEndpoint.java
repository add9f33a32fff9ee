package id.aduan.lapor.simulator.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.aduan.lapor.simulator.PortalSettings;
import id.aduan.lapor.simulator.WireSettings;
import id.aduan.lapor.simulator.WireSettings.Paging;
import id.aduan.lapor.simulator.fault.FaultKind;
import id.aduan.lapor.simulator.fault.Faults;
import id.aduan.lapor.simulator.fault.Place;
import id.aduan.lapor.simulator.http.Answer;
import id.aduan.lapor.simulator.http.Json;
import id.aduan.lapor.simulator.http.Refusal;
import id.aduan.lapor.simulator.state.Complaint;
import id.aduan.lapor.simulator.state.PortalDesk;
import id.aduan.lapor.simulator.state.Slice;
import java.net.URLEncoder;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lists complaints by change (portal-wire 13), paged in the way that is set; {@code updated_since}
 * includes its own instant.
 */
final class ListEndpoint implements Endpoint {
  private static final String SINCE = "updated_since";
  private static final String LINK_TOKEN = "lanjut";

  private final PortalDesk desk;
  private final ComplaintData data;
  private final Faults faults;
  private final Supplier<WireSettings> wire;
  private final int size;

  ListEndpoint(
      PortalSettings settings,
      PortalDesk desk,
      ComplaintData data,
      Faults faults,
      Supplier<WireSettings> wire) {
    this.desk = desk;
    this.data = data;
    this.faults = faults;
    this.wire = wire;
    this.size = settings.pageSizes().complaints();
  }

  @Override
  public Answer answer(Call call) {
    if (!wire.get().list()) {
      return Json.message(404, "Alamat tidak ditemukan");
    }
    List<Complaint> all = desk.changedSince(since(call));
    Paging paging = wire.get().paging();
    Slice<Complaint> slice =
        new Pager(faults, Place.LIST, "").cut(all, from(call, all, paging), size);
    return switch (paging) {
      case LARAVEL -> LaravelPage.answer(call, slice, List.of(SINCE), this::row);
      case PAGE ->
          results(
              rows(slice)
                  .put("current_page", slice.page())
                  .put("last_page", slice.lastPage())
                  .put("per_page", slice.size())
                  .put("total", slice.total()));
      case LINK -> results(rows(slice).put("next_page_url", link(call, slice)));
      case CURSOR -> results(rows(slice).put("next_cursor", cursor(slice)));
    };
  }

  private @Nullable Instant since(Call call) {
    Instant since = call.query(SINCE).map(ListEndpoint::instant).orElse(null);
    boolean obeyed =
        since != null
            && wire.get().updatedSince()
            && faults.hit(FaultKind.SINCE_IGNORED, Place.LIST, "").isEmpty();
    return obeyed ? since : null;
  }

  /** How many rows stand before the page that the call asks for. */
  private int from(Call call, List<Complaint> all, Paging paging) {
    return switch (paging) {
      case LARAVEL, PAGE -> Pager.from(call.query("page", 1), size);
      case LINK -> call.query(LINK_TOKEN).map(ListEndpoint::offset).orElse(0);
      case CURSOR -> call.query("cursor").map(text -> after(text, all)).orElse(0);
    };
  }

  private static int offset(String token) {
    String text = decoded(token);
    if (!text.matches("\\d{1,8}")) {
      throw new Refusal(422, LINK_TOKEN + " tidak dikenal");
    }
    return Integer.parseInt(text);
  }

  /** The rows up to and with the one that the cursor names, or that would stand there now. */
  private static int after(String cursor, List<Complaint> all) {
    String[] key = decoded(cursor).split("\\|", 2);
    if (key.length != 2 || !key[1].matches("\\d{1,15}")) {
      throw new Refusal(422, "cursor tidak dikenal");
    }
    Instant at = instant(key[0]);
    long id = Long.parseLong(key[1]);
    return (int)
        all.stream()
            .takeWhile(
                each ->
                    each.updatedAt().isBefore(at)
                        || (each.updatedAt().equals(at) && Long.parseLong(each.id()) <= id))
            .count();
  }

  private static @Nullable String cursor(Slice<Complaint> slice) {
    if (!slice.more() || slice.rows().isEmpty()) {
      return null;
    }
    Complaint last = slice.rows().get(slice.rows().size() - 1);
    return encoded(last.updatedAt() + "|" + last.id());
  }

  private static @Nullable String link(Call call, Slice<Complaint> slice) {
    if (!slice.more()) {
      return null;
    }
    String since = call.query(SINCE).map(text -> SINCE + "=" + encodedQuery(text) + "&").orElse("");
    String next = encoded(String.valueOf(slice.from() + slice.size()));
    return call.address() + "?" + since + LINK_TOKEN + "=" + next;
  }

  private static String encodedQuery(String value) {
    return URLEncoder.encode(value, UTF_8);
  }

  private ObjectNode rows(Slice<Complaint> slice) {
    ArrayNode rows = Json.array();
    slice.rows().forEach(each -> rows.add(row(each)));
    ObjectNode results = Json.object();
    results.set("data", rows);
    return results;
  }

  private ObjectNode row(Complaint complaint) {
    return data.of(complaint, Place.LIST);
  }

  private static Answer results(ObjectNode results) {
    return Json.ok(Json.object().set("results", results));
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  private static String decoded(String token) {
    try {
      return new String(Base64.getUrlDecoder().decode(token), UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Refusal(422, "penanda halaman tidak dikenal");
    }
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new Refusal(422, "updated_since harus waktu ISO-8601");
    }
  }
}
