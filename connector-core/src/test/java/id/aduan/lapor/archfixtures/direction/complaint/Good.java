package id.aduan.lapor.archfixtures.direction.complaint;

/** Sees nothing of ours, and may be seen. */
public final class Good {

  private Good() {}
}
