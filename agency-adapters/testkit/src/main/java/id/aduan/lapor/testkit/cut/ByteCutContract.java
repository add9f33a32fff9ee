package id.aduan.lapor.testkit.cut;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.http.HttpTransport;
import id.aduan.lapor.testkit.cut.CutLedger.Ticket;
import id.aduan.lapor.testkit.cut.CutRig.Terms;
import id.aduan.lapor.testkit.cut.CutSystem.Kind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The connection is cut at every byte of a create and of an update, of the request and of its
 * answer, by a close and by a reset in turn; the system honours no key. The whole connector runs,
 * with its store, on a clock that is moved by hand: there is exactly one ticket each time, it says
 * what the portal says, and nothing waits for a person (C7, C8).
 *
 * <p>For an adapter that can find and update. Its deadline is 30 s. With the system property {@code
 * lapor.cut-every=7} only every seventh byte is tried, and the last.
 */
@Timeout(600)
public abstract class ByteCutContract {
  private static final Duration SETTLE = Duration.ofSeconds(60);
  private static final int CALLS_MAX = 10;
  private static final int EVERY = Integer.getInteger("lapor.cut-every", 1);
  private static final String FIRST = "Lampu di depan pasar padam sejak hari Senin, isi A.";
  private static final String SECOND = FIRST.replace("isi A", "isi B");
  private static final String THIRD = FIRST.replace("isi A", "isi C");

  @TempDir private Path folder;

  /** When the system stores what it was asked to. */
  enum Storing {
    /** As soon as it has the whole request. */
    AT_ONCE(Duration.ZERO),
    /** 20 s after the adapter's deadline; it may have answered long before. */
    LATE(Duration.ofSeconds(50));

    private final Duration late;

    Storing(Duration late) {
      this.late = late;
    }
  }

  /** Makes the adapter under test, with a deadline of 30 s. */
  protected abstract AgencyAdapter adapter(URI server, HttpTransport http) throws IOException;

  protected abstract CutSystem system();

  /** Is told what was done, in a line to print. */
  protected abstract void tell(String line);

  @ParameterizedTest
  @EnumSource
  @Tag("C7")
  @Tag("F34")
  void a_create_that_is_cut_at_any_byte_makes_exactly_one_ticket(Storing storing)
      throws IOException {
    try (CutRig rig = rig(new Terms(storing.late, SETTLE))) {
      opened(rig, List.of(reference(0)));
      List<CutPlan> plans = chosen(rig, Kind.CREATE, storing);
      List<String> references = references(plans.size());
      for (int i = 0; i < plans.size(); i++) {
        rig.transport().plan(Kind.CREATE, references.get(i), plans.get(i));
      }
      int before = rig.whole();

      references.forEach(reference -> rig.say(reference, FIRST));
      rig.hear();
      int stored = rig.whole() - before;
      rig.settle();

      assertThat(rig.transport().cuts()).isEqualTo(plans.size());
      for (int i = 0; i < plans.size(); i++) {
        assertThat(rig.ledger().ticketsOf(references.get(i)))
            .as("cut at %s", plans.get(i))
            .hasSize(1);
        assertNothingParked(rig, references.get(i));
      }
      Happened.times("F34", rig.transport().cuts(), "connections cut within a call");
      tell(line("create", storing, plans.size(), stored));
      assertStoredAsOften(plans, stored, rig.transport().lengths(Kind.CREATE));
    }
  }

  @ParameterizedTest
  @EnumSource
  @Tag("C7")
  @Tag("C8")
  @Tag("F34")
  void an_update_that_is_cut_at_any_byte_is_made_and_never_overtaken(Storing storing)
      throws IOException {
    try (CutRig rig = rig(new Terms(storing.late, SETTLE))) {
      opened(rig, List.of(reference(0)));
      rig.say(reference(0), SECOND);
      rig.hear();
      rig.settle();
      List<CutPlan> plans = chosen(rig, Kind.UPDATE, storing);
      List<String> references = references(plans.size());
      opened(rig, references);
      for (int i = 0; i < plans.size(); i++) {
        rig.transport().plan(Kind.UPDATE, references.get(i), plans.get(i));
      }
      int before = rig.whole();

      references.forEach(reference -> rig.say(reference, SECOND));
      rig.hear();
      int stored = rig.whole() - before;
      // Every second complaint changes again before the end of that update is known.
      for (int i = 0; i < plans.size(); i += 2) {
        rig.say(references.get(i), THIRD);
      }
      rig.hear();
      rig.settle();

      assertThat(rig.transport().cuts()).isEqualTo(plans.size());
      for (int i = 0; i < plans.size(); i++) {
        List<Ticket> tickets = rig.ledger().ticketsOf(references.get(i));
        assertThat(tickets).as("cut at %s", plans.get(i)).hasSize(1);
        assertThat(tickets.get(0).contents())
            .as("cut at %s", plans.get(i))
            .startsWith(FIRST)
            .endsWith(i % 2 == 0 ? THIRD : SECOND)
            .isSorted();
        assertNothingParked(rig, references.get(i));
      }
      Happened.times("F34", rig.transport().cuts(), "connections cut within a call");
      tell(line("update", storing, plans.size(), stored));
      assertStoredAsOften(plans, stored, rig.transport().lengths(Kind.UPDATE));
    }
  }

  @Test
  @Tag("C7")
  void the_rig_sees_a_double_where_the_engine_does_not_wait_long_enough() throws IOException {
    // So late that a look-up that comes some steps behind its time still finds nothing.
    Terms hasty = new Terms(Duration.ofMinutes(10), Duration.ofSeconds(15));
    try (CutRig rig = rig(hasty)) {
      opened(rig, List.of(reference(0)));
      List<CutPlan> plans = plans(rig, Kind.CREATE, Storing.LATE);
      CutPlan behindTheRequest = plans.get((int) rig.transport().lengths(Kind.CREATE).request());
      int doubled = 0;
      // On a busy machine a real call may take longer than the model's clock leaves for it.
      for (int i = 1; i <= CALLS_MAX && doubled == 0; i++) {
        rig.transport().plan(Kind.CREATE, reference(i), behindTheRequest);
        rig.say(reference(i), FIRST);
        rig.hear();
        rig.settle();
        doubled += rig.ledger().ticketsOf(reference(i)).size() - 1;
      }

      assertThat(doubled).isEqualTo(1);
    }
  }

  private CutRig rig(Terms terms) throws IOException {
    return new CutRig(folder, system(), terms, this::adapter);
  }

  private static void opened(CutRig rig, List<String> references) {
    references.forEach(reference -> rig.say(reference, FIRST));
    rig.hear();
    rig.settle();
    references.forEach(it -> assertThat(rig.ledger().ticketsOf(it)).hasSize(1));
  }

  private static List<CutPlan> plans(CutRig rig, Kind kind, Storing storing) {
    return CutPlan.everywhere(rig.transport().lengths(kind), storing == Storing.LATE);
  }

  private static List<CutPlan> chosen(CutRig rig, Kind kind, Storing storing) {
    return plans(rig, kind, storing).stream()
        .filter(it -> it.bytesBefore() % EVERY == 0 || it.isAtTheEnd(rig.transport().lengths(kind)))
        .toList();
  }

  /** Numbers of one length, so that all requests of a kind are of one length. */
  private static String reference(int number) {
    return "73%08d".formatted(number);
  }

  private static List<String> references(int count) {
    List<String> references = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      references.add(reference(i));
    }
    return references;
  }

  private static void assertNothingParked(CutRig rig, String reference) {
    assertThat(rig.entries(reference))
        .extracting(OutboxView.Row::state)
        .isNotEmpty()
        .containsOnly(State.DONE);
  }

  /** Cut behind the request and anywhere in the answer, it was stored; before, it was not. */
  private static void assertStoredAsOften(
      List<CutPlan> plans, int stored, CutPlan.Lengths lengths) {
    assertThat(plans).hasSizeGreaterThan((int) ((lengths.request() + lengths.answer()) / EVERY));
    assertThat(stored)
        .isEqualTo((int) plans.stream().filter(it -> it.isBehindTheRequest(lengths)).count());
  }

  private static String line(String operation, Storing storing, int cuts, int stored) {
    return "byte-cut: %s, storing %s: cut at %d positions, of which %d had been stored"
        .formatted(operation, storing, cuts, stored);
  }
}
