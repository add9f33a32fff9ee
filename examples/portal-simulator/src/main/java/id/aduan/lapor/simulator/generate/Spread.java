package id.aduan.lapor.simulator.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Values with weights; draws each as often as its weight says. Immutable. */
final class Spread<T> {
  private record Weighted<T>(T value, int upTo) {}

  private final List<Weighted<T>> values;

  private Spread(List<Weighted<T>> values) {
    this.values = values;
  }

  static <T> Spread<T> of(T value, int weight) {
    return new Spread<>(List.of(new Weighted<>(value, weight)));
  }

  Spread<T> and(T value, int weight) {
    List<Weighted<T>> more = new ArrayList<>(values);
    more.add(new Weighted<>(value, total() + weight));
    return new Spread<>(List.copyOf(more));
  }

  T draw(RandomGenerator random) {
    int ticket = random.nextInt(total());
    return values.stream().filter(each -> ticket < each.upTo()).findFirst().orElseThrow().value();
  }

  private int total() {
    return values.get(values.size() - 1).upTo();
  }
}
