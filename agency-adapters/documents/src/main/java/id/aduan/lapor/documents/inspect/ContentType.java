package id.aduan.lapor.documents.inspect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;

/** Tells the media type of a file by how it begins. Safe for use by many threads. */
final class ContentType {
  /** Behind the type of an OpenDocument that is one XML file. */
  static final String FLAT = "-flat-xml";

  static final String UNKNOWN = "application/octet-stream";
  private static final int HEAD_BYTES = 1 << 16;
  private static final Set<String> ZIP_LIKE =
      Set.of("application/zip", "application/java-archive", "application/x-tika-ooxml");
  private static final Set<String> PACKED =
      Set.of(
          "application/gzip",
          "application/x-bzip2",
          "application/x-xz",
          "application/x-tar",
          "application/x-7z-compressed",
          "application/x-rar-compressed",
          "application/zstd",
          "application/vnd.ms-cab-compressed",
          "application/x-iso9660-image",
          "application/x-lzip",
          "application/x-compress");
  private static final Set<String> PROGRAM =
      Set.of(
          "application/x-msdownload",
          "application/x-dosexec",
          "application/x-executable",
          "application/x-elf",
          "application/x-sharedlib",
          "application/x-object",
          "application/x-ms-shortcut",
          "application/x-mach-o",
          "application/java-vm",
          "application/x-sh",
          "application/x-bat",
          "application/x-msi",
          "application/x-dex",
          "application/x-coredump",
          "application/x-ms-installer");

  /** What it calls them by their names. */
  private static final Pattern FLAT_NAME =
      Pattern.compile("(application/vnd\\.oasis\\.opendocument\\.)flat\\.([a-z]+)");

  private final MimeTypes types = MimeTypes.getDefaultMimeTypes();

  /** How a file is looked at. */
  enum Group {
    ZIP,
    OLE,
    PDF,
    TEXT,
    PACKED,
    CAMERA,
    PROGRAM,
    OTHER
  }

  String of(Bytes bytes) throws IOException {
    byte[] head;
    try (InputStream in = bytes.stream(0, HEAD_BYTES)) {
      head = in.readAllBytes();
    }
    MediaType type = types.detect(new ByteArrayInputStream(head), new Metadata());
    return registry().normalize(type).getBaseType().toString();
  }

  private MediaTypeRegistry registry() {
    return types.getMediaTypeRegistry();
  }

  static Group group(String type) {
    if (type.contains(".flat.")) {
      return Group.TEXT;
    }
    if (ZIP_LIKE.contains(type) || type.startsWith("application/vnd.oasis.opendocument.")) {
      return Group.ZIP;
    }
    if (type.equals("application/x-tika-msoffice") || type.equals("application/msword")) {
      return Group.OLE;
    }
    if (type.equals("application/pdf")) {
      return Group.PDF;
    }
    if (PACKED.contains(type)) {
      return Group.PACKED;
    }
    if (PROGRAM.contains(type) || type.startsWith("application/x-msdownload")) {
      return Group.PROGRAM;
    }
    if (type.startsWith("text/")
        || type.endsWith("+xml")
        || type.equals("application/xml")
        || type.equals("application/rtf")
        || type.equals("application/javascript")) {
      return Group.TEXT;
    }
    boolean camera = type.startsWith("image/") || type.startsWith("video/");
    return camera || type.equals("application/mp4") || type.equals("application/quicktime")
        ? Group.CAMERA
        : Group.OTHER;
  }

  /** Whether what a name claims goes with a type; a name that claims nothing does. */
  boolean agree(String name, String type) {
    Metadata named = new Metadata();
    named.set("resourceName", name);
    MediaType claimed;
    try {
      claimed = registry().normalize(types.detect(null, named));
    } catch (IOException never) {
      throw new IllegalStateException("nothing was to be read", never);
    }
    Matcher flat = FLAT_NAME.matcher(claimed.toString());
    if (flat.matches()) {
      return type.equals(flat.group(1) + flat.group(2) + FLAT) || type.equals("application/xml");
    }
    MediaType found = registry().normalize(MediaType.parse(type));
    return claimed.equals(MediaType.OCTET_STREAM)
        || claimed.equals(found)
        || registry().isSpecializationOf(claimed, found)
        || registry().isSpecializationOf(found, claimed);
  }
}
