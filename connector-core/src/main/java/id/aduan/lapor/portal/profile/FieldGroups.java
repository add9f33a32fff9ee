package id.aduan.lapor.portal.profile;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** The places of one object's fields, by the constants of an enumeration of ours. */
final class FieldGroups {
  private FieldGroups() {}

  static <E extends Enum<E>> Map<E, Field> read(ProfileMap group, Class<E> type) {
    ProfileMap fields = group.map("fields");
    fields.known(
        Arrays.stream(type.getEnumConstants()).map(FieldGroups::key).toArray(String[]::new));
    Map<E, Field> places = new EnumMap<>(type);
    for (E each : type.getEnumConstants()) {
      places.put(each, Field.read(fields, key(each)));
    }
    return places;
  }

  /** {@code CATEGORY_ID} is written {@code categoryId}. */
  static String key(Enum<?> constant) {
    StringBuilder key = new StringBuilder();
    for (String part : constant.name().toLowerCase(Locale.ROOT).split("_", -1)) {
      key.append(
          key.isEmpty() ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
    }
    return key.toString();
  }
}
