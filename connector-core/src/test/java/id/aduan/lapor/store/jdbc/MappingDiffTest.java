package id.aduan.lapor.store.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.Samples;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Handling;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.privacy.KeysetSealer;
import id.aduan.lapor.privacy.Sealer;
import id.aduan.lapor.sync.CaseRecord;
import id.aduan.lapor.sync.CaseRecord.Assignment;
import id.aduan.lapor.sync.Leg;
import id.aduan.lapor.sync.MappingCoverage;
import id.aduan.lapor.sync.MappingDiff;
import id.aduan.lapor.sync.MappingDiff.Basis;
import id.aduan.lapor.sync.MappingDiff.Move;
import id.aduan.lapor.yaml.Problems;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which open cases another mapping would send elsewhere. */
@Tag("D8")
class MappingDiffTest extends StoreRig {

  /** Seals one case by a key that nobody has any more. */
  private record LostKey(Sealer own, Sealer lost, String id) implements Sealer {
    @Override
    public byte[] seal(byte[] plain, String place) {
      return (place.contains(id) ? lost : own).seal(plain, place);
    }

    @Override
    public byte[] open(byte[] sealed, String place) {
      return own.open(sealed, place);
    }
  }

  private static Mapping mapping(String version, String agency) {
    Problems problems = new Problems();
    byte[] file = "version: \"%s\"\ndefault: %s\n".formatted(version, agency).getBytes(UTF_8);
    Mapping mapping = Mapping.parse("m.yaml", file, List.of("dishub", "dinkes"), problems);
    problems.throwIfAny();
    return mapping;
  }

  private static Assignment why(String agency, String rule) {
    return new Assignment(new AgencyCode(agency), rule, "m:1", "1");
  }

  private void caseOf(String id, Optional<Assignment> assigned) {
    CaseRecord record =
        new CaseRecord(
            Samples.complaint(id, ""), OptionalLong.empty(), Optional.empty(), NOW, assigned);
    boolean unused =
        store.inTransaction(
            tx -> {
              store.complaints().save(tx, record);
              return true;
            });
  }

  private void leg(String id, Assignment why, Leg.State state, boolean lead) {
    Leg leg =
        new Leg(
            new TrackingId(id),
            why.agency(),
            1,
            state,
            lead,
            why,
            Handling.UNKNOWN,
            "",
            Optional.empty(),
            NOW,
            Optional.empty(),
            Optional.empty(),
            "");
    boolean unused =
        store.inTransaction(
            tx -> {
              store.legs().save(tx, leg);
              return true;
            });
  }

  private MappingDiff.Report diff(Basis basis, String agency) {
    return MappingDiff.of(store, basis, mapping("1", "dishub"), mapping("2", agency));
  }

  @Test
  void a_case_is_compared_by_where_it_is_and_not_by_what_was_decided_once() {
    caseOf("9200001", Optional.of(why("dinkes", "INSTITUTION")));
    leg("9200001", why("dishub", "DEFAULT"), Leg.State.MOVED, false);
    leg("9200001", why("dinkes", "INSTITUTION"), Leg.State.ACTIVE, true);

    assertThat(diff(Basis.PRESENT, "dinkes").moves()).isEmpty();
    assertThat(diff(Basis.PRESENT, "dishub").moves())
        .containsExactly(
            new Move("9200001", List.of("dinkes"), List.of("dishub"), "DEFAULT", "m.yaml:2"));
    assertThat(diff(Basis.DECIDED, "dinkes").moved()).isEqualTo(1);
    assertThat(diff(Basis.DECIDED, "dishub").moved()).isZero();
  }

  @Test
  void a_case_that_is_nowhere_yet_is_compared_by_what_would_be_decided() {
    caseOf("9200001", Optional.empty());

    assertThat(diff(Basis.PRESENT, "dishub").moved()).isZero();
    assertThat(diff(Basis.PRESENT, "dinkes").moved()).isEqualTo(1);
  }

  @Test
  void a_case_that_a_person_gave_to_another_agency_too_is_not_compared() {
    caseOf("9200001", Optional.of(why("dishub", "DEFAULT")));
    leg("9200001", why("dishub", "DEFAULT"), Leg.State.ACTIVE, true);
    leg("9200001", why("dinkes", Assignment.PERSON), Leg.State.ACTIVE, false);

    MappingDiff.Report report = diff(Basis.PRESENT, "dinkes");

    assertThat(report.byPerson()).isEqualTo(1);
    assertThat(report.compared()).isZero();
  }

  @Test
  @Tag("C24")
  void a_case_that_no_key_opens_is_counted_and_stops_nothing() {
    store.close();
    Sealer lost = KeysetSealer.ofJson(KeysetSealer.newKeyset());
    store = stores.open(new LostKey(stores.sealer(), lost, "9200001"));
    caseOf("9200001", Optional.of(why("dishub", "DEFAULT")));
    caseOf("9200002", Optional.of(why("dishub", "DEFAULT")));

    MappingDiff.Report report = diff(Basis.PRESENT, "dinkes");
    MappingCoverage.Report coverage =
        MappingCoverage.of(store, mapping("1", "dishub"), NOW, NOW.plusSeconds(1));

    assertThat(List.of(report.unread(), report.moved())).containsExactly(1L, 1L);
    assertThat(List.of(coverage.unread(), coverage.cases())).containsExactly(1L, 1L);
  }
}
