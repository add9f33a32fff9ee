package id.aduan.lapor.delivery;

import id.aduan.lapor.delivery.TargetState.Mode;
import id.aduan.lapor.delivery.TargetState.Spell;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Decides how hard one target is pressed: up to its concurrency and its rate while it is well, one
 * probe at a time with growing pauses while it is in trouble (C9, C10). Pure: the state it decides
 * by is read, and what follows is written, in the transaction of the claim or of its end.
 *
 * @param concurrencyMax how many calls may be under way at once, over all nodes
 */
record Pace(RetryPolicy policy, int concurrencyMax, Optional<TokenBucket> rate) {

  static Pace of(RetryPolicy policy, int concurrencyMax, Optional<RateLimit> rate) {
    return new Pace(policy, concurrencyMax, rate.map(RateLimit::bucket));
  }

  /**
   * The same with no moment further away than its own longest wait: one that is was written by a
   * clock that has been put back since (F49).
   */
  TargetState within(TargetState state, Instant now) {
    Spell spell = state.spell();
    Instant latest = now.plus(policy.waitMax());
    TargetState near =
        spell.notBefore().isAfter(latest)
            ? state.with(new Spell(spell.troubles(), spell.since(), latest, spell.refusals()))
            : state;
    return near.with(
        rate.map(bucket -> bucket.within(state.rateFullAt(), now)).orElse(state.rateFullAt()),
        policy.limits().budget().bucket().within(state.retryFullAt(), now));
  }

  /**
   * What may be claimed.
   *
   * @param underWay how many entries of this target are claimed
   */
  Share share(TargetState state, int underWay, Instant now) {
    if (state.isOff()) {
      return Share.none(Instant.MAX);
    }
    if (now.isBefore(state.spell().notBefore())) {
      return Share.none(state.spell().notBefore());
    }
    boolean probe = state.inTrouble();
    int room = Math.max(0, (probe ? 1 : concurrencyMax) - underWay);
    if (room == 0) {
      return Share.none(Instant.MAX);
    }
    int paced = rate.map(bucket -> bucket.free(state.rateFullAt(), now)).orElse(room);
    if (paced == 0) {
      return Share.none(rate.orElseThrow().freeAt(state.rateFullAt(), now));
    }
    TokenBucket repeats = policy.limits().budget().bucket();
    int repeatsMax = repeats.free(state.retryFullAt(), now);
    Instant again = repeatsMax == 0 ? repeats.freeAt(state.retryFullAt(), now) : Instant.MAX;
    if (probe && repeatsMax == 0) {
      return Share.none(again);
    }
    int max = Math.min(room, paced);
    boolean lookUpsOnly = state.standing().mode() == Mode.PAUSED;
    return new Share(max, Math.min(max, repeatsMax), lookUpsOnly, probe, again);
  }

  /** What follows from having claimed so many. */
  TargetState claimed(TargetState state, int firstAttempts, int repeats, Instant now) {
    int calls = firstAttempts + repeats;
    TokenBucket budget = policy.limits().budget().bucket();
    long rateFullAt =
        rate.map(bucket -> bucket.taken(state.rateFullAt(), calls, now)).orElse(state.rateFullAt());
    long retryFullAt =
        state.inTrouble()
            ? budget.taken(state.retryFullAt(), calls, now)
            : budget.put(
                budget.taken(state.retryFullAt(), repeats, now),
                policy.limits().budget().earned(firstAttempts),
                now);
    return state.with(rateFullAt, retryFullAt);
  }

  /** What an attempt has shown of its target. */
  enum Sign {
    /** The target has answered to the matter. */
    WELL,
    /** Nothing that says something of the target as a whole. */
    NOTHING,
    /** The target as a whole is in trouble. */
    TROUBLE,
    /** The same: it refuses our credentials. */
    REFUSAL,
    /** The same: too many of its deliveries failed. */
    BREAKER
  }

  /** A state, and what to tell of how it came about. */
  record Change(TargetState state, List<Alert> alerts) {}

  /**
   * What follows from how an attempt ended.
   *
   * @param wish how long the target wants to be left alone, or zero
   */
  Change ended(TargetState state, Sign sign, Duration wish, Instant now, RandomGenerator chance) {
    return switch (sign) {
      case NOTHING -> new Change(state, List.of());
      case WELL -> well(state, now);
      case TROUBLE, REFUSAL, BREAKER -> troubled(state, sign, wish, now, chance);
    };
  }

  /**
   * While the target is left alone nothing is begun, so what ends well then was begun before and
   * says nothing of how it is now.
   */
  private static Change well(TargetState state, Instant now) {
    if (state.spell().equals(Spell.NONE) || now.isBefore(state.spell().notBefore())) {
      return new Change(state, List.of());
    }
    // An alert of before this trouble, as of one entry that has waited for long, is not over.
    boolean told =
        state.told().values().stream().anyMatch(at -> !at.isBefore(state.spell().since()));
    TargetState well =
        state
            .with(Spell.NONE)
            .without(Alert.Kind.CREDENTIALS_REFUSED)
            .without(Alert.Kind.BREAKER_OPENED);
    return new Change(
        well,
        told
            ? List.of(new Alert(Alert.Kind.RECOVERED, state.target(), "it answers again"))
            : List.of());
  }

  /**
   * Several that were under way together and fail together are one trouble: within the pause that
   * the first of them began, another one only makes it longer if the target wishes so.
   */
  private Change troubled(
      TargetState state, Sign sign, Duration wish, Instant now, RandomGenerator chance) {
    Spell spell = state.spell();
    boolean more = !now.isBefore(spell.notBefore());
    int troubles = more ? spell.troubles() + 1 : spell.troubles();
    int refusals = more && sign == Sign.REFUSAL ? spell.refusals() + 1 : spell.refusals();
    Duration pause = more ? policy.probeDelay(troubles, wish, chance) : policy.clamped(wish);
    Instant until = later(spell.notBefore(), now.plus(pause));
    Instant since = spell.troubles() == 0 ? now : spell.since();
    TargetState troubled = state.with(new Spell(Math.max(1, troubles), since, until, refusals));
    return switch (sign) {
      case REFUSAL ->
          refusals < RetryPolicy.REFUSALS_TOLD
              ? new Change(troubled, List.of())
              : telling(
                  troubled,
                  Alert.Kind.CREDENTIALS_REFUSED,
                  "it refused our credentials " + refusals + " times in a row; entries wait",
                  now);
      case BREAKER ->
          telling(
              troubled,
              Alert.Kind.BREAKER_OPENED,
              "too many deliveries failed; it is probed, and entries wait",
              now);
      case TROUBLE, WELL, NOTHING -> new Change(troubled, List.of());
    };
  }

  /**
   * What to tell of how long entries have waited.
   *
   * @param oldest since when the oldest one has
   */
  Change waited(TargetState state, Optional<Instant> oldest, Instant now) {
    boolean late =
        oldest.filter(since -> !since.plus(policy.limits().alertAfter()).isAfter(now)).isPresent();
    return late
        ? telling(
            state,
            Alert.Kind.ENTRIES_LATE,
            "an entry has waited since " + oldest.orElseThrow() + "; it stays queued",
            now)
        : new Change(state.without(Alert.Kind.ENTRIES_LATE), List.of());
  }

  private static Change telling(TargetState state, Alert.Kind kind, String text, Instant now) {
    return state
        .telling(kind, now)
        .map(told -> new Change(told, List.of(new Alert(kind, state.target(), text))))
        .orElseGet(() -> new Change(state, List.of()));
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
