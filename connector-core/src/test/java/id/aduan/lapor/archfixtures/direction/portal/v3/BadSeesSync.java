package id.aduan.lapor.archfixtures.direction.portal.v3;

/** Planted: points the wrong way. */
public final class BadSeesSync {
  static final Class<?> SEES = id.aduan.lapor.archfixtures.direction.sync.Good.class;

  private BadSeesSync() {}
}
