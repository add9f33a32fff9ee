/** Verifies a signed callback over its raw bytes (Standard Webhooks). A leaf. */
@NullMarked
package id.aduan.lapor.webhook;

import org.jspecify.annotations.NullMarked;
