package id.aduan.lapor.simulator.wire;

import id.aduan.lapor.simulator.fault.Fault;
import id.aduan.lapor.simulator.fault.FaultKind;
import id.aduan.lapor.simulator.fault.Faults;
import id.aduan.lapor.simulator.fault.Place;
import id.aduan.lapor.simulator.state.Slice;
import java.util.List;
import java.util.Optional;

/** Cuts pages, rightly or as the faults that stand want it. */
record Pager(Faults faults, Place place, String complaintId) {
  private static final int FROM_MAX = 1 << 30;

  /** How many rows stand before the page of this number. */
  static int from(int page, int size) {
    return (int) Math.min(FROM_MAX, (page - 1L) * size);
  }

  /**
   * One page.
   *
   * @param wanted how many rows stand before it
   */
  <T> Slice<T> cut(List<T> all, int wanted, int size) {
    if (wanted > 0 && happens(FaultKind.CURSOR_IGNORED)) {
      return Slice.of(all, 0, size);
    }
    int from = wanted > 0 ? moved(wanted, size) : 0;
    boolean isLast = wanted + size >= all.size();
    if (isLast && happens(FaultKind.ENDLESS_PAGES)) {
      int last = Math.max(0, (all.size() - 1) / size * size);
      List<T> rows = Slice.of(all, Math.min(from, last), size).rows();
      return new Slice<>(rows, wanted, size, true, all.size());
    }
    List<T> rows = Slice.of(all, from, size).rows();
    return new Slice<>(rows, wanted, size, !isLast, all.size());
  }

  private int moved(int wanted, int size) {
    if (happens(FaultKind.REPEATED_PAGE)) {
      return Math.max(0, wanted - size);
    }
    Optional<Fault> shift = faults.hit(FaultKind.SHIFTED_PAGE, place, complaintId);
    return Math.max(0, wanted - shift.map(it -> it.number("rows")).orElse(0));
  }

  private boolean happens(FaultKind kind) {
    return faults.hit(kind, place, complaintId).isPresent();
  }
}
