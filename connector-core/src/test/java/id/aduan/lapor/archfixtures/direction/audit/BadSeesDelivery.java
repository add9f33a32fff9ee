package id.aduan.lapor.archfixtures.direction.audit;

/** Planted: points the wrong way. */
public final class BadSeesDelivery {
  static final Class<?> SEES = id.aduan.lapor.archfixtures.direction.delivery.Good.class;

  private BadSeesDelivery() {}
}
