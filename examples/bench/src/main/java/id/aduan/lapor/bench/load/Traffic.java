package id.aduan.lapor.bench.load;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What the portal sends and when, decided by a seed before anything is sent: 89 of 100 are new
 * complaints, 10 change an earlier one, 1 repeats an earlier message exactly. The moments are those
 * of a Poisson process.
 */
public final class Traffic {
  private static final double FOLLOW_UPS = 0.10;
  private static final double REDELIVERIES = 0.01;

  private final List<Event> events;
  private final int complaints;

  private Traffic(List<Event> events, int complaints) {
    this.events = List.copyOf(events);
    this.complaints = complaints;
  }

  /** What a message is. */
  public enum Kind {
    NEW,
    FOLLOW_UP,
    REDELIVERY
  }

  /**
   * One message.
   *
   * @param complaint the number of the complaint, from 0 on
   * @param revision from 1 on; a redelivery bears that of the message it repeats
   * @param dueNanos after the begin of the traffic
   */
  public record Event(Kind kind, int complaint, int revision, long dueNanos) {}

  /** So many a second on average, for so long. */
  public static Traffic poisson(double perSecond, double seconds, long seed) {
    SplittableRandom chance = new SplittableRandom(seed);
    Mix mix = new Mix(chance);
    for (double due = gap(chance, perSecond); due < seconds; due += gap(chance, perSecond)) {
      mix.add((long) (due * 1e9));
    }
    return mix.traffic();
  }

  /** So many, all of them due at once: for a sender that goes on as soon as it was answered. */
  public static Traffic backlog(int count, long seed) {
    Mix mix = new Mix(new SplittableRandom(seed));
    for (int i = 0; i < count; i++) {
      mix.add(0);
    }
    return mix.traffic();
  }

  /** New complaints alone, all of one agency among so many, at a steady pace. */
  public static Traffic steady(int count, double perSecond, int agency, int agencies) {
    List<Event> events = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      events.add(new Event(Kind.NEW, i * agencies + agency, 1, (long) (i * 1e9 / perSecond)));
    }
    return new Traffic(events, count * agencies);
  }

  private static double gap(SplittableRandom chance, double perSecond) {
    return -Math.log(1 - chance.nextDouble()) / perSecond;
  }

  public List<Event> events() {
    return events;
  }

  /** One more than the highest number of a complaint. */
  public int complaints() {
    return complaints;
  }

  private static final class Mix {
    private final SplittableRandom chance;
    private final List<Event> events = new ArrayList<>();
    private final List<Integer> revisions = new ArrayList<>();

    Mix(SplittableRandom chance) {
      this.chance = chance;
    }

    void add(long due) {
      double kind = chance.nextDouble();
      if (events.isEmpty() || kind >= FOLLOW_UPS + REDELIVERIES) {
        events.add(new Event(Kind.NEW, revisions.size(), 1, due));
        revisions.add(1);
      } else if (kind < FOLLOW_UPS) {
        int complaint = chance.nextInt(revisions.size());
        int revision = revisions.get(complaint) + 1;
        revisions.set(complaint, revision);
        events.add(new Event(Kind.FOLLOW_UP, complaint, revision, due));
      } else {
        Event earlier = events.get(chance.nextInt(events.size()));
        events.add(new Event(Kind.REDELIVERY, earlier.complaint(), earlier.revision(), due));
      }
    }

    Traffic traffic() {
      return new Traffic(events, revisions.size());
    }
  }
}
