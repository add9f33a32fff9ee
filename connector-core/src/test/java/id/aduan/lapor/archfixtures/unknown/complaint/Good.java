package id.aduan.lapor.archfixtures.unknown.complaint;

/** Lies in a known package. */
public final class Good {

  private Good() {}
}
