/** The connector as a program: what an agency deploys. */
@NullMarked
package id.aduan.lapor.runner;

import org.jspecify.annotations.NullMarked;
