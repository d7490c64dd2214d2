package dev.switchboard.app.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskRoomTest {
  private static final long MB = 1 << 20;
  private static final long GB = 1 << 30;

  @Test
  void wantsAQuarterOfAGigabyteOnASmallDisk() {
    assertThat(DiskRoom.shortage(256 * MB, GB)).isEmpty();
    assertThat(DiskRoom.shortage(255 * MB, GB))
        .hasValueSatisfying(
            reason -> assertThat(reason).contains("255 MB are free", "256 MB are needed"));
  }

  @Test
  void wantsATwentiethOfALargeDisk() {
    assertThat(DiskRoom.shortage(6 * GB, 100 * GB)).isEmpty();
    assertThat(DiskRoom.shortage(4 * GB, 100 * GB)).isPresent();
  }

  @Test
  void isShortWhereThereIsNoFolder(@TempDir Path temp) {
    assertThat(new DiskRoom(temp.resolve("gone")).shortage()).isPresent();
  }
}
