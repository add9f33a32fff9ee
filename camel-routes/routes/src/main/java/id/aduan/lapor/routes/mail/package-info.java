/** E-mail to officials, by SMTP through Camel. */
@NullMarked
package id.aduan.lapor.routes.mail;

import org.jspecify.annotations.NullMarked;
