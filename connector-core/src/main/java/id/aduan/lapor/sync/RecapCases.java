package id.aduan.lapor.sync;

import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.store.Tx;
import java.util.List;
import java.util.Optional;

/** What recaps are made of, read by the page: one query of each table a page. */
public interface RecapCases {
  /**
   * So many bytes of cases are read for one page, and one case more: as much as fits into memory,
   * and into one answer of the administration's API.
   */
  int PAGE_BYTES_MAX = 4 * 1024 * 1024;

  /**
   * The cases after one, in the order of their tracking ids.
   *
   * @param after the last tracking id of the page before; empty for the first page
   */
  Page page(Tx tx, String after, int max);

  /**
   * A page.
   *
   * @param damaged the tracking ids of cases that are not as they were written (C20)
   * @param last the last tracking id that was looked at; empty when there are no more
   */
  record Page(List<Told> cases, List<String> damaged, Optional<String> last) {}

  /**
   * All that is kept of a case and that a recap is made of.
   *
   * @param gone how it is followed, where the portal has it no more (F60)
   * @param filesKept how many of its files are kept, with those that wait for a person
   */
  record Told(
      CaseRecord record,
      Optional<CaseClocks> clocks,
      List<Leg> legs,
      Optional<Follow> gone,
      int filesKept) {}
}
