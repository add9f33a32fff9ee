/** Verifies a callback: signed over its raw bytes (Standard Webhooks), or with a token. A leaf. */
@NullMarked
package id.aduan.lapor.webhook;

import org.jspecify.annotations.NullMarked;
