package id.aduan.lapor.documents.recap;

import id.aduan.lapor.failure.LaporException;

/** A template of a recap has a fault; its text says which, and how to mend it. */
public final class UnusableTemplateException extends LaporException {
  private static final long serialVersionUID = 1L;

  UnusableTemplateException(String what) {
    super("recap.template", what);
  }
}
