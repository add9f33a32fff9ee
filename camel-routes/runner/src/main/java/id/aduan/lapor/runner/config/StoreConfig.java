package id.aduan.lapor.runner.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The store, and what lies beside it.
 *
 * @param keys the keyset of the personal columns
 * @param notice the file by which commands of this machine find the process that has the store open
 * @param node what this process is called among those that share the store; empty for its pid and
 *     the name of its host
 */
public record StoreConfig(StorePlace place, Path keys, Path notice, Optional<String> node) {}
