package id.aduan.lapor.deadline;

import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the lists of days of a file: each day once in all of them, and in order within each. */
final class DayList {
  static final int YEAR_MIN = 2000;
  static final int YEAR_MAX = 2100;

  private final Map<LocalDate, Integer> lines = new HashMap<>();

  /** An item whose day can be used. */
  record Item(YamlMap map, YamlScalar day, LocalDate date) {

    /** With the item's name and basis, or else this basis. */
    DayOff dayOff(DayOff.Kind kind, String basis) {
      String name = map.requiredString("name");
      return new DayOff(date, kind, name, map.optionalString("basis").orElse(basis));
    }
  }

  /** Those whose {@code day} can be used, of a list whose items may have these keys. */
  List<Item> read(List<YamlMap> list, String... keys) {
    List<Item> items = new ArrayList<>();
    for (YamlMap map : list) {
      map.rejectUnknownKeys(keys);
      map.requireKeys("day");
      map.scalar("day").flatMap(day -> item(map, day)).ifPresent(items::add);
    }
    for (int i = 1; i < items.size(); i++) {
      LocalDate before = items.get(i - 1).date();
      Item item = items.get(i);
      if (item.date().isBefore(before)) {
        String message = "the day " + item.date() + " stands after " + before;
        item.day().problem(message, "put the days in order");
      }
    }
    return items;
  }

  private Optional<Item> item(YamlMap map, YamlScalar day) {
    Optional<LocalDate> date = day.asLocalDate();
    date.ifPresent(it -> check(day, it));
    return date.map(it -> new Item(map, day, it));
  }

  private void check(YamlScalar day, LocalDate date) {
    if (date.getYear() < YEAR_MIN || date.getYear() > YEAR_MAX) {
      String message = "the day %s is not between %d and %d".formatted(date, YEAR_MIN, YEAR_MAX);
      day.problem(message, "look at the year");
    }
    Integer first = lines.putIfAbsent(date, day.line());
    if (first != null) {
      day.problem("the day " + date + " is written twice", "the first is on line " + first);
    }
  }
}
