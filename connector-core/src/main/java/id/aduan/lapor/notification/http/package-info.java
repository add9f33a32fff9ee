/** Messages to officials by HTTP: signed webhooks, and gateways for SMS and WhatsApp. */
@NullMarked
package id.aduan.lapor.notification.http;

import org.jspecify.annotations.NullMarked;
