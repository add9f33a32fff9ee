package id.aduan.lapor.archfixtures.direction.sync;

/** Planted: points the wrong way. */
public final class BadSeesTheFrontDoor {
  static final Class<?> SEES = id.aduan.lapor.archfixtures.direction.Good.class;

  private BadSeesTheFrontDoor() {}
}
