package id.aduan.lapor.documents.inspect;

import id.aduan.lapor.attachment.FileInspector;
import id.aduan.lapor.documents.convert.Converter;

/** Makes what looks at the files of complaints. */
public final class Inspectors {
  private Inspectors() {}

  /** Tells files by content, cleans pictures, and converts where there is a converter. */
  public static FileInspector with(Converter converter) {
    return with(ZipLimits.DEFAULT, converter);
  }

  /** The same with other limits for archives. */
  public static FileInspector with(ZipLimits limits, Converter converter) {
    return new TikaInspector(limits, converter);
  }
}
