package id.aduan.lapor.archfixtures.direction.delivery;

/** Planted: points the wrong way. */
public final class BadSeesAgency {
  static final Class<?> SEES = id.aduan.lapor.archfixtures.direction.agency.Good.class;

  private BadSeesAgency() {}
}
