package id.aduan.lapor.bintan.demo;

import java.time.Duration;

/**
 * How a demo runs.
 *
 * @param once end by itself with the summary line
 * @param complaints how many are filed
 * @param push whether the portal pushes; otherwise the connector polls
 * @param thin whether a push carries numbers only
 * @param kills how often the connector is killed while complaints come in
 * @param seed of complaints and officers: the same seed tells the same story
 * @param patience how long everything may take to arrive before it counts as lost
 */
public record DemoOptions(
    boolean once,
    int complaints,
    boolean push,
    boolean thin,
    int kills,
    long seed,
    Duration patience) {

  public static final DemoOptions DEFAULT =
      new DemoOptions(false, 40, true, false, 0, 2101, Duration.ofMinutes(3));

  public DemoOptions onceOnly() {
    return new DemoOptions(true, complaints, push, thin, kills, seed, patience);
  }

  public DemoOptions withPush(boolean newPush, boolean newThin) {
    return new DemoOptions(once, complaints, newPush, newThin, kills, seed, patience);
  }

  public DemoOptions with(int newComplaints, long newSeed) {
    return new DemoOptions(once, newComplaints, push, thin, kills, newSeed, patience);
  }

  public DemoOptions withKills(int newKills) {
    return new DemoOptions(once, complaints, push, thin, newKills, seed, patience);
  }
}
