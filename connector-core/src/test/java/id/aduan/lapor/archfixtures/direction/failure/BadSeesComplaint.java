package id.aduan.lapor.archfixtures.direction.failure;

/** Planted: points the wrong way. */
public final class BadSeesComplaint {
  static final Class<?> SEES = id.aduan.lapor.archfixtures.direction.complaint.Good.class;

  private BadSeesComplaint() {}
}
