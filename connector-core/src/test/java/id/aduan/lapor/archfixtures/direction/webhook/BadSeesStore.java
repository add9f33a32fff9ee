package id.aduan.lapor.archfixtures.direction.webhook;

/** Planted: points the wrong way. */
public final class BadSeesStore {
  static final Class<?> SEES = id.aduan.lapor.archfixtures.direction.store.Good.class;

  private BadSeesStore() {}
}
