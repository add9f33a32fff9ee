package id.aduan.lapor.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.aduan.lapor.simulator.http.Answer;
import id.aduan.lapor.simulator.http.Json;
import id.aduan.lapor.simulator.state.Slice;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A Laravel paginator inside {@code results} (portal-wire 2.8). */
final class LaravelPage {
  private LaravelPage() {}

  /**
   * One page as the answer.
   *
   * @param kept names of query parameters that the next page's address carries on
   */
  static <T> Answer answer(
      Call call, Slice<T> slice, List<String> kept, Function<T, ? extends JsonNode> row) {
    ArrayNode data = Json.array();
    slice.rows().forEach(each -> data.add(row.apply(each)));
    ObjectNode results = Json.object().put("current_page", slice.page());
    results.set("data", data);
    results
        .put("next_page_url", address(call, kept, slice.page() + 1, slice.lastPage()))
        .put("prev_page_url", address(call, kept, slice.page() - 1, slice.lastPage()))
        .put("last_page", slice.lastPage())
        .put("per_page", slice.size())
        .put("total", slice.total());
    return Json.ok(Json.object().set("results", results));
  }

  @SuppressWarnings("NullAway") // JSON null: there is no such page
  private static String address(Call call, List<String> kept, int page, int lastPage) {
    if (page < 1 || page > lastPage) {
      return null;
    }
    Stream<String> query =
        kept.stream()
            .flatMap(name -> call.query(name).stream().map(value -> name + "=" + encode(value)));
    return call.address()
        + "?"
        + String.join("&", Stream.concat(query, Stream.of("page=" + page)).toList());
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
