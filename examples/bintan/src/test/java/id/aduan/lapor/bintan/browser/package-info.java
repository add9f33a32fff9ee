/** A real browser, driven over the W3C WebDriver protocol. */
@NullMarked
package id.aduan.lapor.bintan.browser;

import org.jspecify.annotations.NullMarked;
