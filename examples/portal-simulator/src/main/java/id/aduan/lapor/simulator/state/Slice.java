package id.aduan.lapor.simulator.state;

import java.util.List;

/**
 * One page of a longer list.
 *
 * @param from how many rows stand before it
 * @param more whether another page follows
 * @param total rows on all pages
 */
public record Slice<T>(List<T> rows, int from, int size, boolean more, int total) {
  /** Cuts one page out of a whole list. */
  public static <T> Slice<T> of(List<T> all, int from, int size) {
    List<T> rows = all.stream().skip(from).limit(size).toList();
    return new Slice<>(rows, from, size, from + size < all.size(), all.size());
  }

  /** The page's number, from 1. */
  public int page() {
    return from / size + 1;
  }

  public int lastPage() {
    int last = Math.max(1, (total + size - 1) / size);
    return more ? Math.max(last, page() + 1) : last;
  }
}
