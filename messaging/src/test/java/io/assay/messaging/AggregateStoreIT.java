package io.assay.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(classes = ProbeApplication.class)
@ContextConfiguration(initializers = Engines.Initializer.class)
class AggregateStoreIT {

    @Autowired AggregateStore<Thing> things;

    private final String id = UUID.randomUUID().toString();

    @Test
    void readsBackWhatWasInserted() {
        Versioned<Thing> inserted = things.insert(id, Thing.named("a"), List.of());

        assertThat(things.find(id)).contains(inserted);
        assertThat(inserted.version()).isEqualTo(1);
    }

    @Test
    void refusesASecondInsert() {
        things.insert(id, Thing.named("a"), List.of());

        assertThatExceptionOfType(AlreadyExists.class)
                .isThrownBy(() -> things.insert(id, Thing.named("b"), List.of()));
        assertThat(things.find(id).orElseThrow().state().name()).isEqualTo("a");
    }

    @Test
    void insertsWhatIsNewOfABulkAndNamesIt() {
        things.insert(id, Thing.named("old"), List.of());

        assertThat(
                        things.insertAll(
                                List.of(
                                        new Draft<>(id + "-1", Thing.named("b"), List.of()),
                                        new Draft<>(id, Thing.named("c"), List.of()),
                                        new Draft<>(id + "-2", Thing.named("d"), List.of()))))
                .containsExactlyInAnyOrder(id + "-1", id + "-2");
        assertThat(things.findAll(List.of(id, id + "-1", id + "-2", "none"))).hasSize(3);
    }

    @Test
    void refusesAChangeOfWhatWasChangedSince() {
        Versioned<Thing> read = things.insert(id, Thing.named("a"), List.of());
        things.update(read, Thing.named("b"), List.of());

        assertThatExceptionOfType(StaleVersion.class)
                .isThrownBy(() -> things.update(read, Thing.named("c"), List.of()));
        assertThat(things.find(id).orElseThrow().state().name()).isEqualTo("b");
    }

    @Test
    void namesWhatIsStaleOfABulk() {
        Versioned<Thing> stale = things.insert(id, Thing.named("a"), List.of());
        Versioned<Thing> fresh = things.insert(id + "-2", Thing.named("b"), List.of());
        things.update(stale, Thing.named("a2"), List.of());

        assertThat(
                        things.updateAll(
                                List.of(
                                        new Change<>(stale, Thing.named("x")),
                                        new Change<>(fresh, Thing.named("y")))))
                .containsExactly(id);
        assertThat(things.find(id + "-2").orElseThrow().state().name()).isEqualTo("y");
    }

    @Test
    void changesManyAndDecidesAnewOnThoseThatAnotherHasChanged() {
        things.insert(id, Thing.named("a"), List.of());
        things.insert(id + "-2", Thing.named("same"), List.of());
        List<String> seen = new ArrayList<>();

        int written =
                things.changeAll(
                        List.of(id, id + "-2", "nowhere"),
                        read -> {
                            seen.add(read.state().name());
                            if (read.state().name().equals("a")) {
                                things.update(read, Thing.named("b"), List.of());
                            }
                            return new Change<>(
                                    read,
                                    read.id().equals(id)
                                            ? Thing.named(read.state().name() + "!")
                                            : read.state());
                        });

        assertThat(seen).containsExactlyInAnyOrder("a", "same", "b");
        assertThat(written).isEqualTo(1);
        assertThat(things.find(id).orElseThrow().state().name()).isEqualTo("b!");
        assertThat(things.find(id + "-2").orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void namesWhatItDidNotWrite() {
        Versioned<Thing> stale = things.insert(id, Thing.named("a"), List.of());
        things.update(stale, Thing.named("b"), List.of());

        assertThat(
                        things.write(
                                List.of(
                                        new Draft<>(id, Thing.named("x"), List.of()),
                                        new Draft<>(id + "-2", Thing.named("y"), List.of())),
                                List.of(new Change<>(stale, Thing.named("z")))))
                .containsExactly(id);
        assertThat(things.find(id).orElseThrow().state().name()).isEqualTo("b");
        assertThat(things.find(id + "-2").orElseThrow().state().name()).isEqualTo("y");
    }

    @Test
    void decidesAnewOnWhatAnotherHasChanged() {
        things.insert(id, Thing.named("a"), List.of());
        List<String> seen = new ArrayList<>();

        Optional<Versioned<Thing>> changed =
                things.changeWithoutEvents(
                        id,
                        thing -> {
                            seen.add(thing.name());
                            if (seen.size() == 1) {
                                Versioned<Thing> read = things.find(id).orElseThrow();
                                things.update(read, Thing.named("b"), List.of());
                            }
                            return Thing.named(thing.name() + "!");
                        });

        assertThat(seen).containsExactly("a", "b");
        assertThat(changed.map(Versioned::state)).contains(Thing.named("b!"));
        assertThat(things.find(id)).isEqualTo(changed);
    }

    @Test
    void writesNothingThatStaysAsItIs() {
        Versioned<Thing> inserted = things.insert(id, Thing.named("a"), List.of());

        assertThat(things.changeWithoutEvents(id, thing -> thing)).contains(inserted);
        assertThat(things.changeWithoutEvents("none", thing -> Thing.named("b"))).isEmpty();
        assertThat(things.find(id)).contains(inserted);
    }

    @Test
    void givesUpWhereOthersAreFasterEachTime() {
        things.insert(id, Thing.named("a"), List.of());

        assertThatExceptionOfType(StaleVersion.class)
                .isThrownBy(
                        () ->
                                things.changeWithoutEvents(
                                        id,
                                        thing -> {
                                            Versioned<Thing> read = things.find(id).orElseThrow();
                                            things.update(
                                                    read,
                                                    Thing.named(thing.name() + "b"),
                                                    List.of());
                                            return Thing.named("c");
                                        }));
    }

    @Test
    void findsByFieldsOfTheState() {
        things.ensureIndex("state.name");
        things.insert(id, Thing.named(id), List.of());

        Query query = Query.query(Criteria.where("state.name").is(id));
        assertThat(things.query(query)).extracting(Versioned::id).containsExactly(id);
        assertThat(things.count(query)).isEqualTo(1);
        try (var stream = things.stream(query)) {
            assertThat(stream).hasSize(1);
        }
    }
}
