package id.aduan.lapor.simulator.state;

/**
 * Hands out tracking ids that are unique but neither ordered nor of one length: every fifth comes
 * from an old range, every seventh has eight digits (portal-wire 5).
 */
final class TrackingIds {
  private int count;

  String next() {
    count++;
    if (count % 5 == 0) {
      return String.valueOf(5_200_000 + count);
    }
    return String.valueOf((count % 7 == 0 ? 10_000_000 : 9_200_000) + count);
  }
}
