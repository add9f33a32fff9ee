package id.aduan.lapor.archfixtures.direction.mapping;

/** Planted: points the wrong way. */
public final class BadSeesSync {
  static final Class<?> SEES = id.aduan.lapor.archfixtures.direction.sync.Good.class;

  private BadSeesSync() {}
}
