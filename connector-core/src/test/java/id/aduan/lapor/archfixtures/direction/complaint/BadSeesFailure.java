package id.aduan.lapor.archfixtures.direction.complaint;

/** Planted: points the wrong way. */
public final class BadSeesFailure {
  static final Class<?> SEES = id.aduan.lapor.archfixtures.direction.failure.Good.class;

  private BadSeesFailure() {}
}
