package id.aduan.lapor.documents.inspect;

import id.aduan.lapor.attachment.FileInspector;
import id.aduan.lapor.attachment.Inspection;
import id.aduan.lapor.documents.convert.Converter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Tells files by their content, looks for what is odd about them, and makes the copies that go out.
 * One look takes a few buffers of memory whatever the file, unpacks at most {@link
 * ZipLimits#lookedBytesMax}, and decodes no picture.
 */
final class TikaInspector implements FileInspector {
  /** What is read of a file at most, from its begin. */
  static final long LOOKED_BYTES = 64L << 20;

  /** The rules by which pictures are cleaned; a change of them is a new number. */
  private static final String CLEANER = "lapor pictures 1";

  private final ContentType types = new ContentType();
  private final ZipLimits limits;
  private final Converter converter;

  TikaInspector(ZipLimits limits, Converter converter) {
    this.limits = limits;
    this.converter = converter;
  }

  @Override
  public Inspection inspect(Path file, String name) throws IOException {
    Findings findings = new Findings();
    try (Bytes bytes = Bytes.of(file)) {
      if (bytes.size() == 0) {
        findings.add(Finding.FILE_EMPTY);
        FileName.look(name, Optional.empty(), findings);
        return findings.of(ContentType.UNKNOWN);
      }
      String type = look(file, bytes, types.of(bytes), findings);
      FileName.look(name, Optional.of(claim -> types.agree(claim, type)), findings);
      if (converter.reads(type)) {
        convertible(file, type, findings);
      }
      return findings.of(type);
    }
  }

  private void convertible(Path file, String type, Findings findings) throws IOException {
    if (!converter.there()) {
      findings.add(Finding.CONVERTER_ABSENT);
    } else if (findings.harmless() && !converter.seesOnlyTheDocument() && !OwnOnly.is(file, type)) {
      findings.add(Finding.CONVERTER_REFUSED);
    }
  }

  private String look(Path file, Bytes bytes, String type, Findings findings) throws IOException {
    if (Pictures.walked(type)) {
      Pictures.look(bytes, type, findings);
      return type;
    }
    return switch (ContentType.group(type)) {
      case ZIP -> new ZipLook(file, bytes, limits, findings).look();
      case OLE -> OleLook.look(bytes, findings);
      case PDF -> {
        PdfLook.look(bytes, findings);
        yield type;
      }
      case TEXT -> {
        TextLook.look(bytes, type, findings);
        yield OdfLook.flat(bytes, type) ? OdfLook.flat(file, findings) : type;
      }
      case PACKED -> {
        findings.add(Finding.ARCHIVE_UNLOOKED);
        yield type;
      }
      case CAMERA -> {
        findings.add(Places.told(bytes) ? Finding.METADATA_PLACE : Finding.METADATA_KEPT);
        yield type;
      }
      case PROGRAM -> {
        findings.add(Finding.FILE_EXECUTABLE);
        findings.addIf(TextLook.within(bytes, "%PDF-", 1024), Finding.FILE_POLYGLOT);
        yield type;
      }
      case OTHER -> {
        TextLook.executable(bytes, findings);
        findings.addIf(Trailer.archive(bytes), Finding.FILE_POLYGLOT);
        yield type;
      }
    };
  }

  @Override
  public Optional<Made> cleaned(Path file, Inspection inspection, Path target) throws IOException {
    if (!Pictures.walked(inspection.type())) {
      return Optional.empty();
    }
    try (Bytes bytes = Bytes.of(file)) {
      return Pictures.clean(bytes, inspection.type(), target)
          ? Optional.of(new Made(inspection.type(), CLEANER))
          : Optional.empty();
    }
  }

  @Override
  public Optional<Made> exchanged(Path file, Inspection inspection, Path target)
      throws IOException {
    if (inspection.verdict() == Inspection.Verdict.QUARANTINED
        || !converter.there()
        || inspection.findings().contains(Finding.CONVERTER_REFUSED.code())
        || !converter.reads(inspection.type())) {
      return Optional.empty();
    }
    Optional<Made> made = converter.convert(file, inspection.type(), target);
    if (made.isEmpty()) {
      throw new IOException("the office made nothing of a document within its limits");
    }
    boolean own = converter.seesOnlyTheDocument() || OwnPictures.only(target, file);
    if (!own || !inspect(target, "").findings().isEmpty()) {
      Files.delete(target);
      throw new IOException("the office made a document that is not fit to go out");
    }
    return made;
  }
}
