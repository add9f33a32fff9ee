package id.aduan.lapor.simulator;

/** Rows per page; small by default, so that a client that reads only page one is found out. */
public record PageSizes(int complaints, int followUps, int masters) {
  /** 20 complaints, 5 follow-ups, and 10 master rows unless the call says {@code page_size}. */
  public static final PageSizes DEFAULT = new PageSizes(20, 5, 10);

  public PageSizes {
    if (complaints < 1 || followUps < 1 || masters < 1) {
      throw new IllegalArgumentException(
          "page sizes must be positive: " + complaints + ", " + followUps + ", " + masters);
    }
  }
}
