package id.aduan.lapor.sync;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.store.jdbc.JdbcStore;
import id.aduan.lapor.sync.TwoWayWorld.Manner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * The portal, two agencies and a network that reorders, repeats and loses, with re-openings,
 * splits, returns and transfers in between: both sides come to the same, and nothing goes round
 * (C13, F62).
 */
@net.jqwik.api.Tag("C13")
@net.jqwik.api.Tag("F62")
class TwoWayModelTest {
  private static final Path MEMORY = Path.of("/dev/shm");
  private static final AtomicInteger NEXT = new AtomicInteger(9_200_000);
  private static JdbcStore store;
  private static final Map<Manner, Mapping> MAPPINGS = new EnumMap<>(Manner.class);

  @BeforeContainer
  static void open() throws IOException {
    Path dir =
        Files.isDirectory(MEMORY)
            ? Files.createTempDirectory(MEMORY, "lapor-model")
            : Files.createTempDirectory("lapor-model");
    for (Manner manner : Manner.values()) {
      Path yaml = Files.writeString(dir.resolve(manner + ".yaml"), TwoWayWorld.mapping(manner));
      MAPPINGS.put(manner, Mapping.load(yaml, Set.of("dishub", "kantah")));
    }
    store = JdbcStore.sqlite(dir.resolve("lapor.db"));
  }

  @AfterContainer
  static void close() {
    if (store != null) {
      store.close();
    }
  }

  private static TwoWayWorld world(CaseStore in, Manner manner) {
    Mapping mapping = Optional.ofNullable(MAPPINGS.get(manner)).orElseThrow();
    return new TwoWayWorld(in, mapping, Integer.toString(NEXT.getAndIncrement()), manner);
  }

  @Property(tries = 400)
  void both_sides_come_to_the_same_within_one_round_after_the_last_change(
      @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 9_999) Integer> steps,
      @ForAll Manner manner) {
    lives(world(store, manner), steps);
  }

  private static void lives(TwoWayWorld world, List<Integer> steps) {
    TwoWayLaws laws = new TwoWayLaws(world);
    steps.forEach(world::step);

    world.heals();
    world.round();
    laws.hold();

    List<Integer> effects = laws.effects();
    world.round();
    laws.hold();
    assertThat(laws.effects()).as("a further round has nothing to do").isEqualTo(effects);
  }
}
