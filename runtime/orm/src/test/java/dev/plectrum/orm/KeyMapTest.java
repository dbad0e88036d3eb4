package dev.plectrum.orm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeyMapTest {
    /** All of them want the same slot. */
    private record Crowded(int id) {
        @Override
        public int hashCode() {
            return 7;
        }
    }

    @Test
    void keysComeInTheirOrderAndOnce() {
        KeyMap<String> map = new KeyMap<>(4);
        assertThat(map.add(30L)).isTrue();
        assertThat(map.add("b")).isTrue();
        assertThat(map.add(30L)).isFalse();
        assertThat(map.add(List.of(1, 2))).isTrue();
        assertThat(map).containsExactly(30L, "b", List.of(1, 2)).hasSize(3);
    }

    @Test
    void eachKeyHasItsOwnWhereverItsSlotIs() {
        KeyMap<Integer> map = new KeyMap<>(100);
        for (int i = 0; i < 100; i++) {
            assertThat(map.add(new Crowded(i))).isTrue();
        }
        for (int i = 0; i < 100; i += 2) {
            map.set(new Crowded(i), i);
        }
        for (int i = 0; i < 100; i++) {
            assertThat(map.get(new Crowded(i))).isEqualTo(i % 2 == 0 ? i : null);
        }
    }

    @Test
    void whatBelongsToNoKeyIsNotKept() {
        KeyMap<String> map = new KeyMap<>(1);
        map.add(1);
        map.set(2, "two");
        assertThat(map.get(2)).isNull();
        assertThat(map.get(1)).isNull();
        map.set(1, "one");
        map.set(1, "uno");
        assertThat(map.get(1)).isEqualTo("uno");
    }

    @Test
    void withoutRoomItIsEmpty() {
        KeyMap<String> map = new KeyMap<>(0);
        assertThat(map).isEmpty();
        assertThat(map.get(1)).isNull();
    }
}
