package id.aduan.lapor.runner.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What {@code documents.converter} says.
 *
 * @param wanted whether documents are converted where an office is found
 * @param office the program; empty where it is looked for
 * @param deadline for one document
 * @param memoryMebibytesMax for its process
 */
public record ConverterConfig(
    boolean wanted, Optional<Path> office, Duration deadline, int memoryMebibytesMax) {}
