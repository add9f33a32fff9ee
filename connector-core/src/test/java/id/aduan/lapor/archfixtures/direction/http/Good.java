package id.aduan.lapor.archfixtures.direction.http;

/** Sees nothing of ours, and may be seen. */
public final class Good {

  private Good() {}
}
