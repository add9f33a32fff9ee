package id.aduan.lapor.complaint;

/**
 * The person who complains (pelapor). Empty fields are empty strings. The text form names nobody:
 * identity never reaches a log or an exception.
 */
public record Reporter(String name, String phone, String email) {
  public static final Reporter NOBODY = new Reporter("", "", "");

  public boolean isEmpty() {
    return name.isEmpty() && phone.isEmpty() && email.isEmpty();
  }

  @Override
  public String toString() {
    return isEmpty() ? "Reporter[]" : "Reporter[***]";
  }
}
