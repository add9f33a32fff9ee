package id.aduan.lapor.complaint;

/**
 * Who may see what of a complaint: two independent flags of the portal. <em>Anonim</em> hides the
 * reporter's name from the reported party and the public; <em>rahasia</em> hides the content from
 * the public (portal-wire 8). Neither implies the other.
 */
public record Visibility(Flag anonymous, Flag secret) {
  public static final Visibility UNKNOWN = new Visibility(Flag.UNKNOWN, Flag.UNKNOWN);

  /** Whether the reporter's identity stays here: when either flag is set or not known (C14). */
  public boolean identityWithheld() {
    return anonymous.mayBeTrue() || secret.mayBeTrue();
  }

  /** The flags after the portal's later word (C14). */
  public Visibility updatedBy(Visibility later) {
    return new Visibility(anonymous.updatedBy(later.anonymous), secret.updatedBy(later.secret));
  }
}
