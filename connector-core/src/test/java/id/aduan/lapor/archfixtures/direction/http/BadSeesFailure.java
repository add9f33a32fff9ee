package id.aduan.lapor.archfixtures.direction.http;

/** Planted: points the wrong way. */
public final class BadSeesFailure {
  static final Class<?> SEES = id.aduan.lapor.archfixtures.direction.failure.Good.class;

  private BadSeesFailure() {}
}
