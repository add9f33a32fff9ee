package id.aduan.lapor.simulator;

/**
 * The reporter (pelapor) as the portal knows him or her, also when anonymous or secret; {@link
 * #toString} shows nothing.
 */
public record Reporter(String name, String phone, String email) {
  @Override
  public String toString() {
    return "Reporter[withheld]";
  }
}
