package id.aduan.lapor.simulator.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.aduan.lapor.simulator.Categories;
import id.aduan.lapor.simulator.Institution;
import id.aduan.lapor.simulator.NewComplaint;
import id.aduan.lapor.simulator.Reporter;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ComplaintGeneratorTest {
  private static final long SEED = 20260101;
  private static final int COUNT = 4000;
  private static final List<Institution> POOL = List.of(new Institution(7, "Dinas"));

  private final List<NewComplaint> made = generator(SEED).take(COUNT);

  @Test
  void theSameSeedMakesTheSameComplaints() {
    List<NewComplaint> again = generator(SEED).take(50);

    assertThat(again).usingRecursiveFieldByFieldElementComparator().isEqualTo(made.subList(0, 50));
    assertThat(generator(SEED + 1).next().content()).isNotEqualTo(made.get(0).content());
  }

  @Test
  void theSpreadIsThatOfTheRealExport() {
    assertShare(each -> each.classification().isEmpty(), 273);
    assertShare(each -> each.classification().equals("Aspirasi"), 45);
    assertShare(each -> each.categoryId() == null, 298);
    assertShare(each -> each.anonymous() && each.secret(), 580);
    assertShare(each -> !each.anonymous() && !each.secret(), 264);
    assertShare(each -> each.channel().equals("Website"), 1148);
    assertShare(each -> each.dispositionId() != null, 1894);
  }

  @Test
  void textsReachTheirLimitsAndNeverPassThem() {
    assertThat(made).allMatch(each -> each.content().length() <= 3000);
    assertThat(made).allMatch(each -> each.title().length() <= 169);
    assertThat(made).anyMatch(each -> each.content().length() == 3000);
    assertThat(made).anyMatch(each -> each.title().length() == 169);
    assertThat(made).anyMatch(each -> each.content().contains("\n"));
    assertThat(made).anyMatch(each -> each.content().matches("(?s).*[a-z]\\.[A-Z].*"));
    assertThat(made).anyMatch(each -> each.content().contains("{{prop}}"));
    assertThat(made).anyMatch(each -> each.content().contains("🙏"));
    assertThat(made).noneMatch(each -> each.content().contains(ComplaintGenerator.CANARY_MARK));
  }

  @Test
  void everyPersonalFieldHoldsACanaryOfItsOwn() {
    List<String> fields =
        made.stream()
            .map(each -> Objects.requireNonNull(each.reporter()))
            .flatMap(ComplaintGeneratorTest::fields)
            .toList();
    List<String> canaries =
        fields.stream().map(field -> field.replaceAll(".*(ZZPII-[0-9a-f]{10}).*", "$1")).toList();

    assertThat(canaries).allMatch(each -> each.matches("ZZPII-[0-9a-f]{10}"));
    assertThat(canaries).hasSize(3 * COUNT).doesNotHaveDuplicates();
    assertThat(fields).anyMatch(each -> each.contains("\u00a0"));
  }

  @Test
  void withoutPoolsThereIsNoCategoryAndNoAgency() {
    var generator =
        new ComplaintGenerator(new Random(1), () -> Instant.EPOCH, List.of(), List.of());

    assertThat(generator.take(100))
        .allMatch(each -> each.categoryId() == null && each.dispositionId() == null);
  }

  private static ComplaintGenerator generator(long seed) {
    return new ComplaintGenerator(
        new Random(seed), () -> Instant.EPOCH, Categories.shipped(), POOL);
  }

  private static Stream<String> fields(Reporter reporter) {
    return Stream.of(reporter.name(), reporter.phone(), reporter.email());
  }

  private void assertShare(Predicate<NewComplaint> predicate, int ofExport) {
    double share = made.stream().filter(predicate).count() / (double) COUNT;
    assertThat(share).as("seed %s", SEED).isCloseTo(ofExport / 2127.0, within(0.03));
  }
}
