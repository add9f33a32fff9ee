package id.aduan.lapor.archfixtures.direction.deadline;

/** Planted: points the wrong way. */
public final class BadSeesMapping {
  static final Class<?> SEES = id.aduan.lapor.archfixtures.direction.mapping.Good.class;

  private BadSeesMapping() {}
}
