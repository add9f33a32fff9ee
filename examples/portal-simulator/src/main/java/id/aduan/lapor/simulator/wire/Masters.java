package id.aduan.lapor.simulator.wire;

import id.aduan.lapor.simulator.Categories;
import id.aduan.lapor.simulator.PortalSettings;
import id.aduan.lapor.simulator.http.Answer;
import id.aduan.lapor.simulator.http.Json;
import id.aduan.lapor.simulator.state.Slice;
import id.aduan.lapor.simulator.state.Templates;
import java.util.List;

/**
 * The master lists (portal-wire 2.3); {@code page_size} is obeyed to 1000. That of the categories
 * is our invention: it must exist, and no client was seen to read it.
 */
final class Masters {
  private static final int PAGE_SIZE_MAX = 1000;

  private final PortalSettings settings;

  Masters(PortalSettings settings) {
    this.settings = settings;
  }

  Answer institutions(Call call) {
    return LaravelPage.answer(
        call,
        slice(call, settings.institutions()),
        List.of("page_size"),
        each -> Json.object().put("id", each.id()).put("name", each.name()));
  }

  Answer templates(Call call) {
    return LaravelPage.answer(
        call,
        slice(call, Templates.ALL),
        List.of("page_size"),
        each ->
            Json.object()
                .put("title", each.title())
                .put("type", each.type())
                .put("content", each.content())
                .put("code", each.code()));
  }

  Answer categories(Call call) {
    return LaravelPage.answer(
        call,
        slice(call, Categories.shipped()),
        List.of("page_size"),
        each -> Json.object().put("id", each.id()).put("name", each.name()));
  }

  private <T> Slice<T> slice(Call call, List<T> all) {
    int size = Math.min(call.query("page_size", settings.pageSizes().masters()), PAGE_SIZE_MAX);
    return Slice.of(all, Pager.from(call.query("page", 1), size), size);
  }
}
