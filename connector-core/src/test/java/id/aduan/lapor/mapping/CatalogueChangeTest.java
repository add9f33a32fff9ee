package id.aduan.lapor.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.mapping.Catalogue.Entry;
import id.aduan.lapor.mapping.CatalogueChange.Pair;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CatalogueChangeTest {
  private static final Entry ROADS = new Entry("10", "Jalan", Set.of());
  private static final Entry HEALTH = new Entry("20", "Kesehatan", Set.of());
  private static final Entry LAMP = new Entry("1398", "Penerangan Jalan", Set.of("Jalan"));
  private static final Entry CLINIC = new Entry("921", "Puskesmas", Set.of("Kesehatan"));

  private static Catalogue list(Entry... entries) {
    return Catalogue.of(List.of(entries));
  }

  private static CatalogueChange change(Catalogue before, Catalogue after) {
    return CatalogueChange.between(before, after);
  }

  @Test
  void a_list_is_itself_in_whatever_order() {
    assertThat(change(list(ROADS, LAMP), list(LAMP, ROADS)).isNone()).isTrue();
    assertThat(change(Catalogue.shipped(), Catalogue.shipped()).isNone()).isTrue();
  }

  @Test
  void what_is_new_gone_renamed_and_moved_is_told_by_its_number() {
    Entry renamed = new Entry("1398", "Lampu Jalan", Set.of("Jalan"));
    Entry moved = new Entry("921", "Puskesmas", Set.of("Jalan"));
    Entry added = new Entry("5", "Trotoar", Set.of("Jalan"));

    CatalogueChange change =
        change(list(ROADS, HEALTH, LAMP, CLINIC), list(ROADS, renamed, moved, added));

    assertThat(change.added()).containsExactly(added);
    assertThat(change.gone()).containsExactly(HEALTH);
    assertThat(change.renamed()).containsExactly(new Pair(LAMP, renamed));
    assertThat(change.moved()).containsExactly(new Pair(CLINIC, moved));
    assertThat(change.summary()).isEqualTo("1 new, 1 gone, 1 renamed, 1 moved");
  }

  @Test
  void a_number_that_becomes_known_is_no_news_and_one_of_two_topics_may_be_told() {
    Entry unnumbered = new Entry("", "Penerangan Jalan", Set.of("Jalan"));
    Entry unsure = new Entry("921", "Puskesmas", Set.of("Kesehatan", "Jalan"));

    CatalogueChange change =
        change(list(ROADS, HEALTH, unnumbered, unsure), list(ROADS, HEALTH, LAMP, CLINIC));

    assertThat(change.isNone()).isTrue();
  }

  @Test
  void the_same_name_under_another_topic_is_another_entry() {
    Entry here = new Entry("", "Lainnya", Set.of("Jalan"));
    Entry there = new Entry("", "Lainnya", Set.of("Kesehatan"));

    CatalogueChange change = change(list(ROADS, HEALTH, here), list(ROADS, HEALTH, there));

    assertThat(change.gone()).containsExactly(here);
    assertThat(change.added()).containsExactly(there);
  }

  @Test
  void more_than_a_fifth_gone_is_drastic() {
    List<Entry> ten =
        IntStream.rangeClosed(1, 10)
            .mapToObj(i -> new Entry("" + i, "K" + i, Set.of("Jalan")))
            .toList();
    Catalogue before = Catalogue.of(ten);

    assertThat(change(before, Catalogue.of(ten.subList(0, 8))).isDrastic(before)).isFalse();
    assertThat(change(before, Catalogue.of(ten.subList(0, 7))).isDrastic(before)).isTrue();
    Catalogue renumbered =
        Catalogue.of(
            IntStream.rangeClosed(11, 20)
                .mapToObj(i -> new Entry("" + i, "N" + i, Set.of("Jalan")))
                .toList());
    assertThat(change(before, renumbered).isDrastic(before)).isTrue();
  }

  @Test
  void a_catalogue_is_read_back_as_it_was_written() {
    Catalogue catalogue =
        list(ROADS, LAMP, new Entry("", "Lain;\tlain", Set.of("Jalan", "Kesehatan")));

    assertThat(CatalogueText.read(CatalogueText.write(catalogue))).isEqualTo(catalogue);
    assertThat(CatalogueText.read(CatalogueText.write(Catalogue.shipped())))
        .isEqualTo(Catalogue.shipped());
    assertThatThrownBy(() -> CatalogueText.read("x\n".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
