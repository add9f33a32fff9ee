package id.aduan.lapor.documents.odf;

/**
 * What can be wrong with an OpenDocument file (ODF-10, ODF-13). The name is the code that is told.
 */
public enum OdfFault {
  /** Neither a package nor a flat document. */
  NOT_A_DOCUMENT,
  /** Cut off, or not what a zip looks like inside. */
  BROKEN_PACKAGE,
  /** The zip's directory names other parts than the zip has. */
  DIRECTORY_DIFFERS,
  /** {@code mimetype} is not the first part, or not there. */
  MIMETYPE_NOT_FIRST,
  /** {@code mimetype} is compressed or carries an extra field. */
  MIMETYPE_NOT_PLAIN,
  /** {@code mimetype}, or what a flat document says instead, is no OpenDocument type. */
  TYPE_UNKNOWN,
  /** The manifest says another type than {@code mimetype}. */
  TYPE_DIFFERS,
  /** Two parts of one name. */
  PART_TWICE,
  /** A part's name leads out of the package. */
  PART_NAME_UNSAFE,
  /** No {@code META-INF/manifest.xml}. */
  MANIFEST_MISSING,
  /** A part that the manifest does not name. */
  PART_NOT_IN_MANIFEST,
  /** The manifest names a part that is not there. */
  PART_MISSING,
  /** No {@code content.xml}. */
  CONTENT_MISSING,
  /** A part is not well-formed XML. */
  XML_BROKEN,
  /** A part has a document type declaration or uses an entity. */
  XML_DTD,
  /** Elements are nested deeper than the bound. */
  XML_TOO_DEEP,
  /** {@code office:version} is missing or unknown. */
  VERSION_UNKNOWN,
  /** Encrypted. */
  ENCRYPTED,
  /** Has macros, scripts or listeners. */
  MACRO,
  /** Refers to something outside of itself. */
  EXTERNAL_LINK,
  /** Names a place elsewhere that is asked for only when a reader says so. */
  HYPERLINK,
  /** Has an object of another program. */
  FOREIGN_OBJECT,
  /** More parts, bytes or repetitions than the bounds allow. */
  TOO_LARGE,
  /** Grows more when unpacked than the bound allows. */
  TOO_COMPRESSED
}
