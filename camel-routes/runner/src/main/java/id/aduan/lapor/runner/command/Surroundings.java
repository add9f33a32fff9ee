package id.aduan.lapor.runner.command;

import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/** What a command is given of the world outside. */
record Surroundings(
    Terminal terminal, Supplier<Map<String, String>> environment, InstantSource time) {}
