package id.aduan.lapor.documents.recap;

import java.util.List;

/**
 * The figures of a period. What is counted by a mark is of the cases received in the period; what
 * is open or overdue, of those and the ones that were carried over.
 *
 * @param received in the period
 * @param carried received before it, and not ended when it began
 * @param answered cases whose first public answer stood in the period
 * @param closed cases that ended in the period
 * @param open cases of which it is known that they have not ended when the recap was made
 * @param overdue cases that are open past an end of an office's clock
 * @param unknown cases whose status nobody knows here, so that they may be open or not
 * @param gone cases that the portal has no more (F60)
 * @param damagedCases how many could not be read, and are in no figure (C20)
 * @param damaged the tracking ids of these, of the first {@value #DAMAGED_NAMED_MAX}
 */
public record RecapFigures(
    long received,
    long carried,
    long answered,
    long closed,
    long open,
    long overdue,
    long unknown,
    long gone,
    long damagedCases,
    List<Count> byStatus,
    List<Count> byClassification,
    List<Count> byAgency,
    List<Count> byChannel,
    List<Kept> clocks,
    List<String> damaged) {
  /** More are counted and not named. */
  public static final int DAMAGED_NAMED_MAX = 1_000;

  public RecapFigures {
    byStatus = List.copyOf(byStatus);
    byClassification = List.copyOf(byClassification);
    byAgency = List.copyOf(byAgency);
    byChannel = List.copyOf(byChannel);
    clocks = List.copyOf(clocks);
    damaged = List.copyOf(damaged);
  }

  /** How many have a mark; the empty one is that of cases without. */
  public record Count(String key, long cases) {}

  /**
   * How a clock was kept.
   *
   * @param met in time
   * @param late too late, or not yet and its end has passed
   * @param running not ended, in time so far
   * @param dropped ended with the case before it was late: neither met nor late
   */
  public record Kept(String rule, long met, long late, long running, long dropped) {
    /** The part of those decided that was in time; 1 where none is. */
    public double share() {
      return met + late == 0 ? 1 : (double) met / (met + late);
    }
  }
}
