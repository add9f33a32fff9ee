/**
 * Reads configuration, mapping and calendar files: YAML 1.2 in, typed values and <em>all</em> the
 * faults out, each with file, line and column. A leaf: it depends on nothing of ours.
 *
 * <p>Start at {@link id.aduan.lapor.yaml.YamlFile}. Ask the {@link id.aduan.lapor.yaml.YamlMap} for
 * what is needed; a fault is noted in {@link id.aduan.lapor.yaml.Problems} and a harmless stand-in
 * comes back, so that reading goes on; {@link id.aduan.lapor.yaml.Problems#throwIfAny()} ends it.
 */
@NullMarked
package id.aduan.lapor.yaml;

import org.jspecify.annotations.NullMarked;
