/**
 * The portal profile: every name, path, word, form of time and page size that is assumed of the
 * portal, as data (D11). What ships is in YAML beside this class; an operator's own extends it.
 */
@NullMarked
package id.aduan.lapor.portal.profile;

import org.jspecify.annotations.NullMarked;
