package id.aduan.lapor.archfixtures.direction.audit;

/** Planted: points the wrong way. */
public final class BadSeesPrivacy {
  static final Class<?> SEES = id.aduan.lapor.archfixtures.direction.privacy.Good.class;

  private BadSeesPrivacy() {}
}
