package id.aduan.lapor.archfixtures.direction.mapping;

/** Planted: points the wrong way. */
public final class BadSeesDeadline {
  static final Class<?> SEES = id.aduan.lapor.archfixtures.direction.deadline.Good.class;

  private BadSeesDeadline() {}
}
