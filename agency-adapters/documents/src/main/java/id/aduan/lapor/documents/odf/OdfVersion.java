package id.aduan.lapor.documents.odf;

import java.util.Optional;
import java.util.stream.Stream;

/** Which OpenDocument a document says that it is (ODF-05). */
public enum OdfVersion {
  /** ISO/IEC 26300-1:2015. Nearly everything reads it. */
  V1_2("1.2"),
  /** The OASIS standard of 2021. */
  V1_3("1.3");

  private final String text;

  OdfVersion(String text) {
    this.text = text;
  }

  /** As {@code office:version} says it. */
  public String text() {
    return text;
  }

  /** The version of this text. */
  public static Optional<OdfVersion> of(String text) {
    return Stream.of(values()).filter(it -> it.text.equals(text)).findFirst();
  }
}
