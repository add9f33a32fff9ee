package id.aduan.lapor.documents.inspect;

import id.aduan.lapor.attachment.Inspection.Verdict;

/**
 * What may be found in a file, and what becomes of the file then. What could harm whoever opens it,
 * or cannot be looked into, waits for a person; the rest goes on and is told (ODF-09, ODF-13).
 */
public enum Finding {
  /** No byte. */
  FILE_EMPTY("file.empty", Verdict.FLAGGED),
  /** A program, a script, a shortcut or the test file of virus scanners. */
  FILE_EXECUTABLE("file.executable", Verdict.QUARANTINED),
  /** A page, or a drawing, that holds a script. */
  FILE_SCRIPT("file.script", Verdict.QUARANTINED),
  /** Two kinds of file at once. */
  FILE_POLYGLOT("file.polyglot", Verdict.QUARANTINED),
  /** Larger than what is read of a file here; the rest was not looked at. */
  FILE_PARTLY("file.partly", Verdict.FLAGGED),
  /** The name claims another kind of file. */
  NAME_EXTENSION("name.extension", Verdict.FLAGGED),
  /** The name holds control characters or turns its own direction. */
  NAME_CONTROL("name.control", Verdict.FLAGGED),

  /** The archive cannot be read to its end. */
  ARCHIVE_BROKEN("archive.broken", Verdict.FLAGGED),
  /** An archive of a kind that is not looked into, or one within another. */
  ARCHIVE_UNLOOKED("archive.unlooked", Verdict.QUARANTINED),
  /** More entries than {@link ZipLimits#entriesMax}. */
  ARCHIVE_ENTRIES("archive.entries", Verdict.QUARANTINED),
  /** Unpacks to more than {@link ZipLimits#unpackedBytesMax}. */
  ARCHIVE_SIZE("archive.size", Verdict.QUARANTINED),
  /** Unpacks to more than {@link ZipLimits#ratioMax} times its size. */
  ARCHIVE_RATIO("archive.ratio", Verdict.QUARANTINED),
  /** Archives in archives, deeper than {@link ZipLimits#depthMax}. */
  ARCHIVE_DEPTH("archive.depth", Verdict.QUARANTINED),
  /** Two entries share bytes. */
  ARCHIVE_OVERLAP("archive.overlap", Verdict.QUARANTINED),
  /** Its two directories, or a size and the bytes, tell different things. */
  ARCHIVE_LIES("archive.lies", Verdict.QUARANTINED),
  /** Two entries have one name. */
  ARCHIVE_DUPLICATE("archive.duplicate", Verdict.QUARANTINED),
  /** An entry would be unpacked outside its folder, or its name is no name. */
  ARCHIVE_PATH("archive.path", Verdict.QUARANTINED),
  /** An entry is a link. */
  ARCHIVE_LINK("archive.link", Verdict.QUARANTINED),
  /** An entry can only be read with a password. */
  ARCHIVE_ENCRYPTED("archive.encrypted", Verdict.QUARANTINED),
  /** An entry is a program. */
  ARCHIVE_EXECUTABLE("archive.executable", Verdict.QUARANTINED),

  /** No valid OpenDocument package (ODF-10). */
  ODF_INVALID("odf.invalid", Verdict.FLAGGED),
  /** An OpenDocument with macros or scripts (ODF-13). */
  ODF_MACRO("odf.macro", Verdict.QUARANTINED),
  /** An OpenDocument that can only be read with a password (ODF-13). */
  ODF_ENCRYPTED("odf.encrypted", Verdict.QUARANTINED),
  /** An OpenDocument that takes a part of itself from elsewhere (ODF-13). */
  ODF_EXTERNAL("odf.external", Verdict.FLAGGED),
  /** An OpenDocument that holds an object of another program. */
  ODF_EMBEDDED("odf.embedded", Verdict.FLAGGED),
  /** An OpenDocument with more parts, bytes or repetitions than a document needs (ODF-13). */
  ODF_SIZE("odf.size", Verdict.QUARANTINED),
  /** A part of it declares a document type, as entities need it. */
  ODF_ENTITIES("odf.entities", Verdict.QUARANTINED),

  /** An office document with macros. */
  OFFICE_MACRO("office.macro", Verdict.QUARANTINED),
  /** An office document that can only be read with a password. */
  OFFICE_ENCRYPTED("office.encrypted", Verdict.QUARANTINED),
  /** An office document that takes a part of itself from elsewhere. */
  OFFICE_EXTERNAL("office.external", Verdict.FLAGGED),
  /** An office document that holds an object of another program. */
  OFFICE_EMBEDDED("office.embedded", Verdict.FLAGGED),

  /** Signed: it is never touched (ODF-12). */
  PDF_SIGNED("pdf.signed", Verdict.FIT),
  /** Holds a script, or starts something. */
  PDF_ACTION("pdf.action", Verdict.FLAGGED),
  /** Holds a file. */
  PDF_EMBEDDED("pdf.embedded", Verdict.FLAGGED),
  /** Can only be read with a password, or says what may be done with it. */
  PDF_ENCRYPTED("pdf.encrypted", Verdict.FLAGGED),

  /** More than {@link Picture#SIDE_MAX} points on a side, or {@link Picture#POINTS_MAX} in all. */
  PICTURE_SIZE("picture.size", Verdict.FLAGGED),
  /** It cannot be read to its end. */
  PICTURE_BROKEN("picture.broken", Verdict.FLAGGED),
  /** Bytes behind its end; they are not in the cleaned copy. */
  PICTURE_TRAILING("picture.trailing", Verdict.FIT),
  /** Tells of its place or its owner, and a cleaned copy is made. */
  METADATA_REMOVED("metadata.removed", Verdict.FIT),
  /** May tell of its owner, and cannot be cleaned here. */
  METADATA_KEPT("metadata.kept", Verdict.FLAGGED),
  /** Tells the place where it was taken, and cannot be cleaned here. */
  METADATA_PLACE("metadata.place", Verdict.QUARANTINED),

  /** A document that could be exchanged in an open format, and no converter here. */
  CONVERTER_ABSENT("converter.absent", Verdict.FIT),
  /** It may name other files, and nothing here keeps the office from reading them. */
  CONVERTER_REFUSED("converter.refused", Verdict.FIT);

  private final String code;
  private final Verdict verdict;

  Finding(String code, Verdict verdict) {
    this.code = code;
    this.verdict = verdict;
  }

  /** As it is told. */
  public String code() {
    return code;
  }

  /** What becomes of a file with it. */
  public Verdict verdict() {
    return verdict;
  }
}
