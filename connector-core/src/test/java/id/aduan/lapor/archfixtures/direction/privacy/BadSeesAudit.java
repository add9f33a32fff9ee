package id.aduan.lapor.archfixtures.direction.privacy;

/** Planted: points the wrong way. */
public final class BadSeesAudit {
  static final Class<?> SEES = id.aduan.lapor.archfixtures.direction.audit.Good.class;

  private BadSeesAudit() {}
}
