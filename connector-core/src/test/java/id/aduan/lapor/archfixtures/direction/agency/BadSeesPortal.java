package id.aduan.lapor.archfixtures.direction.agency;

/** Planted: points the wrong way. */
public final class BadSeesPortal {
  static final Class<?> SEES = id.aduan.lapor.archfixtures.direction.portal.Good.class;

  private BadSeesPortal() {}
}
