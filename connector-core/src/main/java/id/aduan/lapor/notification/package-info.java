/**
 * Tells officials: a new case, a warning, a missed limit, the digest of the day. Texts are
 * templates in Bahasa Indonesia that see no personal data; messages go out through the engine, and
 * that one was sent, that it arrived and that it was read are three different things.
 */
@NullMarked
package id.aduan.lapor.notification;

import org.jspecify.annotations.NullMarked;
