package id.aduan.lapor.sync;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.MemoryFolder;
import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.store.jdbc.JdbcStore;
import id.aduan.lapor.sync.Leg.Said;
import id.aduan.lapor.sync.TwoWayWorld.Manner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/**
 * The portal, two agencies and a network that reorders, repeats and loses, with re-openings,
 * splits, returns and transfers in between: both sides come to the same, and nothing goes round
 * (C13, F62).
 */
@net.jqwik.api.Tag("slow")
@net.jqwik.api.Tag("C13")
class TwoWayModelTest {
  private static final AtomicInteger NEXT = new AtomicInteger(9_200_000);
  private static final int SEEDS_TO_FIND_A_FAULT = 200;
  private static @Nullable Path folder;
  private static @Nullable JdbcStore opened;
  private static final Map<Manner, Mapping> MAPPINGS = new EnumMap<>(Manner.class);

  @BeforeContainer
  static void open() throws IOException {
    Path dir = MemoryFolder.create("lapor-model");
    for (Manner manner : Manner.values()) {
      Path yaml = Files.writeString(dir.resolve(manner + ".yaml"), TwoWayWorld.mapping(manner));
      MAPPINGS.put(manner, Mapping.load(yaml, Set.of("dishub", "kantah")));
    }
    folder = dir;
    opened = JdbcStore.sqlite(dir.resolve("lapor.db"));
  }

  private static JdbcStore store() {
    return Objects.requireNonNull(opened);
  }

  @AfterContainer
  static void close() throws IOException {
    if (opened != null) {
      opened.close();
    }
    if (folder != null) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  private static TwoWayWorld world(CaseStore in, Manner manner) {
    Mapping mapping = Optional.ofNullable(MAPPINGS.get(manner)).orElseThrow();
    return new TwoWayWorld(in, mapping, Integer.toString(NEXT.getAndIncrement()), manner);
  }

  @Property(tries = 80)
  void both_sides_come_to_the_same_within_one_round_after_the_last_change(
      @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 9_999) Integer> steps,
      @ForAll Manner manner) {
    lives(world(store(), manner), steps);
  }

  @Property(tries = 1_000)
  @Tag("nightly")
  void and_so_they_do_in_a_thousand_courses(
      @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 9_999) Integer> steps,
      @ForAll Manner manner) {
    lives(world(store(), manner), steps);
  }

  /** The second answer's lane is stopped by the first, which the portal refuses. */
  @Example
  void an_answer_behind_one_that_was_refused_waits_with_it() {
    List<Integer> steps =
        List.of(
            377, 0, 0, 0, 0, 0, 0, 0, 235, 5303, 40, 309, 736, 1832, 204, 3198, 7239, 9572, 551,
            592, 102, 5, 2, 349, 356, 27, 7, 330, 2, 22, 20, 4105, 267, 1820, 80);
    lives(world(store(), Manner.WORDLESS), steps);
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

  /**
   * One change on the portal and one at the agency of the same second, heard in either order, with
   * what follows from the first delivered in between or not: all come to the same.
   */
  @Property(tries = 70)
  @Tag("C13")
  @Tag("F62")
  void two_changes_of_one_second_come_to_the_same_in_every_order(
      @ForAll @IntRange(min = 0, max = 8) int atPortal,
      @ForAll @IntRange(min = 0, max = 7) int atAgency,
      @ForAll Manner manner) {
    comesToTheSameInEveryOrder(atPortal, atAgency, manner);
  }

  @Property(tries = 1_000)
  @Tag("nightly")
  @Tag("F62")
  void and_so_do_all_pairs_of_two_changes(
      @ForAll @IntRange(min = 0, max = 8) int atPortal,
      @ForAll @IntRange(min = 0, max = 7) int atAgency,
      @ForAll Manner manner) {
    comesToTheSameInEveryOrder(atPortal, atAgency, manner);
  }

  private static void comesToTheSameInEveryOrder(int atPortal, int atAgency, Manner manner) {
    Assume.that(!isTheSame(atPortal, atAgency));
    Set<String> results = new HashSet<>();
    for (int order = 0; order < 8; order++) {
      TwoWayWorld world = world(store(), manner);
      world.round();
      changes(world, order % 2 == 0, atPortal, atAgency);
      hear(world, order / 2 % 2 == 0, order / 4 % 2 == 0);
      world.heals();
      world.round();
      new TwoWayLaws(world).hold();
      results.add(new TwoWayLaws(world).result());
    }

    assertThat(results).hasSize(1);
    Happened.times("F62", 8, "orders of two changes of one second");
  }

  /** Both sides set the same status and say nothing else: then there is nothing to settle. */
  private static boolean isTheSame(int atPortal, int atAgency) {
    List<String> written = List.of("BARU", "PROSES", "PROSES", "SELESAI", "SELESAI");
    boolean alone = atAgency / 4 == 1;
    return alone
        && atPortal < written.size()
        && written.get(atPortal).equals(TwoWayWorld.WORDS.get(atAgency % 4));
  }

  /** Neither knows of the other. */
  private static void changes(TwoWayWorld world, boolean portalFirst, int portal, int agency) {
    Runnable there = () -> atPortal(world, portal);
    Runnable here = () -> world.officer(agency % 4 * 8 + agency / 4 * 32);
    (portalFirst ? there : here).run();
    (portalFirst ? here : there).run();
  }

  private static void atPortal(TwoWayWorld world, int which) {
    switch (which) {
      case 7 -> world.disposed("2");
      case 8 -> world.hidden();
      default -> world.status(which);
    }
  }

  private static void hear(TwoWayWorld world, boolean portalFirst, boolean workBetween) {
    Runnable portal = () -> world.hearPortal(28);
    Runnable agency = () -> world.hearAgency(10);
    (portalFirst ? portal : agency).run();
    if (workBetween) {
      world.work();
    }
    (portalFirst ? agency : portal).run();
  }

  @Property(tries = 1)
  void a_ledger_that_forgets_what_we_wrote_is_found() {
    isFound(Planted.with(store(), "echoes", new Forgetful()), Manner.TELLS_OURS);
  }

  @Property(tries = 1)
  void an_agency_whose_changes_count_in_the_order_of_their_arrival_is_found() {
    isFound(Planted.with(store(), "legs", new Unordered(store().legs())), Manner.WORDLESS);
  }

  @Property(tries = 1)
  void tickets_that_are_all_taken_for_the_first_ones_are_found() {
    isFound(Planted.with(store(), "links", new OneLeg(store().links())), Manner.TELLS_OFFICERS);
  }

  private static void isFound(CaseStore broken, Manner manner) {
    for (long seed = 1; seed <= SEEDS_TO_FIND_A_FAULT; seed++) {
      SplittableRandom chance = new SplittableRandom(seed);
      List<Integer> steps = chance.ints(30, 0, 10_000).boxed().toList();
      try {
        lives(world(broken, manner), steps);
      } catch (AssertionError found) {
        return;
      }
    }
    throw new AssertionError("no course of " + SEEDS_TO_FIND_A_FAULT + " finds it");
  }

  /** Knows of nothing that was written. */
  private static final class Forgetful implements Echoes {
    @Override
    public Optional<Written> of(Tx tx, AgencyCode agency, Reference leg) {
      return Optional.empty();
    }

    @Override
    public void save(Tx tx, Written written) {}
  }

  /** Keeps no order of what an agency says. */
  private record Unordered(Legs real) implements Legs {
    @Override
    public List<Leg> of(Tx tx, TrackingId complaint) {
      return real.of(tx, complaint);
    }

    @Override
    public void save(Tx tx, Leg leg) {
      real.save(tx, leg.handled(leg.handling(), leg.word(), new Said(Instant.EPOCH, "")));
    }
  }

  /** Knows of one leg with an agency alone. */
  private record OneLeg(Links real) implements Links {
    @Override
    public void add(Tx tx, Reference leg, AgencyTicket ticket, Instant now) {
      real.add(tx, Reference.of(leg.complaint()), ticket, now);
    }

    @Override
    public Optional<Reference> legOf(Tx tx, AgencyTicket ticket) {
      return real.legOf(tx, ticket);
    }

    @Override
    public List<Linked> of(Tx tx, TrackingId complaint) {
      return real.of(tx, complaint);
    }
  }
}
