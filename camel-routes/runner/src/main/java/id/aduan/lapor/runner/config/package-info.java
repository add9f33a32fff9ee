/**
 * Reads {@code lapor.yaml}: one file, every fault of it and of the mapping it names told at once.
 * Start at {@link id.aduan.lapor.runner.config.ConfigFile}.
 */
@NullMarked
package id.aduan.lapor.runner.config;

import org.jspecify.annotations.NullMarked;
