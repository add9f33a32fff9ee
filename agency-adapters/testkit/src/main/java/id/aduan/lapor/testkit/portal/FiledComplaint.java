package id.aduan.lapor.testkit.portal;

/** A complaint as a test has it filed on the portal, by the reporter of the sample complaints. */
public record FiledComplaint(String title, String content, boolean anonymous, boolean secret) {
  public static final FiledComplaint SAMPLE =
      new FiledComplaint("Lampu jalan padam", "Lampu di depan pasar padam.", false, false);

  public FiledComplaint withContent(String other) {
    return new FiledComplaint(title, other, anonymous, secret);
  }

  public FiledComplaint withFlags(boolean isAnonymous, boolean isSecret) {
    return new FiledComplaint(title, content, isAnonymous, isSecret);
  }
}
