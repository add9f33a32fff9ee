package id.aduan.lapor.simulator.state;

import java.util.List;

/**
 * One page of a longer list.
 *
 * @param page counted from 1
 * @param total rows on all pages
 */
public record Slice<T>(List<T> rows, int page, int size, int total) {
  /** Cuts one page out of a whole list. */
  public static <T> Slice<T> of(List<T> all, int page, int size) {
    List<T> rows = all.stream().skip((page - 1L) * size).limit(size).toList();
    return new Slice<>(rows, page, size, all.size());
  }

  public int lastPage() {
    return Math.max(1, (total + size - 1) / size);
  }
}
