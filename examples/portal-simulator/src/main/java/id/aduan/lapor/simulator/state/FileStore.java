package id.aduan.lapor.simulator.state;

import id.aduan.lapor.simulator.EvidenceFile;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** Keeps files in memory for as long as the simulator lives; safe for threads. */
public final class FileStore {
  private final Map<String, StoredFile> byKey = new ConcurrentHashMap<>();
  private final Map<Integer, StoredFile> byId = new ConcurrentHashMap<>();
  private final AtomicInteger nextId = new AtomicInteger(4199656);
  private final RandomGenerator chance;

  public FileStore(RandomGenerator chance) {
    this.chance = chance;
  }

  /** Keeps the file under a new id and a new unguessable key. */
  public StoredFile keep(EvidenceFile file) {
    byte[] key = new byte[16];
    synchronized (chance) {
      chance.nextBytes(key);
    }
    var stored = new StoredFile(nextId.getAndIncrement(), HexFormat.of().formatHex(key), file);
    byKey.put(stored.key(), stored);
    byId.put(stored.id(), stored);
    return stored;
  }

  public List<StoredFile> keepAll(List<EvidenceFile> files) {
    return files.stream().map(this::keep).toList();
  }

  public Optional<StoredFile> withKey(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  public Optional<StoredFile> withId(int id) {
    return Optional.ofNullable(byId.get(id));
  }
}
