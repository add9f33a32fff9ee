package id.aduan.lapor.bench.load;

/** One message of the traffic, and what it meets. */
public final class Sample {
  /** In the middle of the rules, so that half of them are looked at. */
  private static final int COMPLAINT = LoadSettings.RULES / 2;

  private Sample() {}

  public static byte[] body() {
    return Webhooks.body(new Traffic.Event(Traffic.Kind.NEW, COMPLAINT, 1, 0));
  }

  public static String secret() {
    return LoadSettings.SECRET;
  }

  public static String mapping() {
    return LoadSettings.mapping(Arena.AGENCIES);
  }
}
