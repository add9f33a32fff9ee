package id.aduan.lapor.archfixtures.direction.delivery;

/** Planted: points the wrong way. */
public final class BadSeesAStore {
  static final Class<?> SEES = id.aduan.lapor.archfixtures.direction.store.jdbc.Good.class;

  private BadSeesAStore() {}
}
