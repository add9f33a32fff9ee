package id.aduan.lapor.privacy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.UUID;

/**
 * AES-256-GCM by a Tink keyset: the first key of the set seals, every key in it opens, and bytes 1
 * to 4 of a sealed value are the id of its key.
 */
public final class KeysetSealer implements Sealer {
  private static final Set<OpenOption> NEW_FILE =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private final Aead aead;

  private KeysetSealer(Aead aead) {
    this.aead = aead;
  }

  /**
   * Reads a keyset in Tink's JSON form.
   *
   * @throws SealException when it is not one
   */
  public static KeysetSealer ofJson(String keyset) {
    try {
      AeadConfig.register();
      KeysetHandle handle =
          TinkJsonProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get());
      return new KeysetSealer(handle.getPrimitive(RegistryConfiguration.get(), Aead.class));
    } catch (GeneralSecurityException e) {
      throw new SealException("the keyset of the personal columns cannot be read", e);
    }
  }

  /**
   * Reads the keyset file, or makes a new one that only its owner can read. Whoever loses the file
   * loses the personal columns: it belongs in the backup, apart from the store.
   */
  public static KeysetSealer ofFile(Path file) {
    try {
      if (!Files.exists(file)) {
        create(file);
      }
      return ofJson(Files.readString(file));
    } catch (IOException e) {
      throw new SealException("the keyset file " + file + " cannot be read or made", e);
    }
  }

  /**
   * The keys stand under their name only when they are on the disk: what a power cut leaves of a
   * store without its keys is nothing (C15).
   */
  private static void create(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("a keyset file needs a name");
    }
    Files.createDirectories(folder);
    Path draft = folder.resolve(file.getFileName() + "." + UUID.randomUUID() + ".new");
    try {
      try (FileChannel channel = FileChannel.open(draft, NEW_FILE, OWNER_ONLY)) {
        ByteBuffer keys = StandardCharsets.UTF_8.encode(newKeyset());
        while (keys.hasRemaining()) {
          channel.write(keys);
        }
        channel.force(true);
      }
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      return; // another process was first; its keys are the keys
    } finally {
      Files.deleteIfExists(draft);
    }
    sync(folder);
    Path above = folder.getParent();
    if (above != null) {
      sync(above); // where the folder itself may be new
    }
  }

  private static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** A new keyset with one AES-256-GCM key, in Tink's JSON form. */
  public static String newKeyset() {
    try {
      AeadConfig.register();
      return TinkJsonProtoKeysetFormat.serializeKeyset(
          KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM),
          InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException e) {
      throw new SealException("no new keyset could be made", e);
    }
  }

  @Override
  public byte[] seal(byte[] plain, String place) {
    try {
      return aead.encrypt(plain, place.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new SealException("could not seal " + place, e);
    }
  }

  @Override
  public byte[] open(byte[] sealed, String place) {
    try {
      return aead.decrypt(sealed, place.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new SealException("could not open " + place, e);
    }
  }
}
