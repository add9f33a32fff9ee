package id.aduan.lapor.archfixtures.direction.store;

/** Planted: points the wrong way. */
public final class BadSeesAudit {
  static final Class<?> SEES = id.aduan.lapor.archfixtures.direction.audit.Good.class;

  private BadSeesAudit() {}
}
