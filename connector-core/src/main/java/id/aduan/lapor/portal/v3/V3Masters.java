package id.aduan.lapor.portal.v3;

import com.fasterxml.jackson.databind.JsonNode;
import id.aduan.lapor.portal.profile.Field;
import id.aduan.lapor.portal.profile.V3Profile.Master;
import id.aduan.lapor.portal.profile.V3Profile.MasterField;
import id.aduan.lapor.portal.profile.V3Profile.MasterList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the portal's own lists (portal-wire 2.3, calls 1 and 2). */
final class V3Masters {
  private final V3Pages pages;
  private final V3Settings settings;

  V3Masters(V3Pages pages, V3Settings settings) {
    this.pages = pages;
    this.settings = settings;
  }

  /** All items of one, or nothing where the portal has no such list. */
  Optional<List<V3Portal.MasterItem>> read(Master master) {
    return Optional.ofNullable(settings.profile().masters().get(master))
        .map(list -> items(list, master));
  }

  private List<V3Portal.MasterItem> items(MasterList list, Master master) {
    return pages.all(list.listing(), master.name().toLowerCase(Locale.ROOT)).items().stream()
        .map(
            item ->
                new V3Portal.MasterItem(
                    text(list, MasterField.ID, item),
                    PlainText.of(text(list, MasterField.NAME, item)),
                    text(list, MasterField.KIND, item),
                    PlainText.of(text(list, MasterField.TEXT, item))))
        .toList();
  }

  private static String text(MasterList list, MasterField field, JsonNode item) {
    return list.fields().getOrDefault(field, Field.NOWHERE).text(item);
  }
}
