package id.aduan.lapor.archfixtures.direction;

/** Planted: points the wrong way. */
public final class BadSeesTheWire {
  static final Class<?> SEES = id.aduan.lapor.archfixtures.direction.portal.v3.Good.class;

  private BadSeesTheWire() {}
}
