package id.aduan.lapor.delivery;

import java.time.Instant;

/**
 * What may be claimed for a target now.
 *
 * @param max entries, 0 for none
 * @param repeatsMax how many of them may be {@link Envelope#isRepeat() repetitions}
 * @param lookUpsOnly whether only entries of unknown outcome may be claimed
 * @param probe whether the target is in trouble and this is to find out whether it still is
 * @param again when more may be allowed though nothing has ended; {@link Instant#MAX} for never
 */
public record Share(int max, int repeatsMax, boolean lookUpsOnly, boolean probe, Instant again) {

  static Share none(Instant again) {
    return new Share(0, 0, false, false, again);
  }
}
