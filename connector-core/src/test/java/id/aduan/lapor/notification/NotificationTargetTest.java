package id.aduan.lapor.notification;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryResult.Unknown;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C10")
class NotificationTargetTest {

  @Test
  void a_recipient_that_is_refused_for_now_says_nothing_of_the_server() {
    for (Channel channel : Channel.values()) {
      assertThat(NotificationTarget.isRecipients(channel, DeliveryResult.entryTrouble("full")))
          .isTrue();
    }
  }

  @Test
  void what_a_server_of_all_does_is_its_own_and_what_a_webhook_does_its_recipients() {
    assertThat(NotificationTarget.isRecipients(Channel.EMAIL, new Unknown("broke off"))).isFalse();
    assertThat(NotificationTarget.isRecipients(Channel.SMS, DeliveryResult.targetTrouble("429")))
        .isFalse();
    assertThat(NotificationTarget.isRecipients(Channel.WEBHOOK, new Unknown("500"))).isTrue();
  }
}
