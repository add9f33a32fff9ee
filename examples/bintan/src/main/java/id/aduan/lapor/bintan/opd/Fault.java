package id.aduan.lapor.bintan.opd;

import com.fasterxml.jackson.annotation.JsonProperty;

/** One reason for a refusal (galat): the field (kolom) and a message (pesan) for a person. */
record Fault(@JsonProperty("kolom") String field, @JsonProperty("pesan") String message) {}
