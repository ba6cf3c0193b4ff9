package org.tongban.local.kafka;

import java.nio.file.Path;
import java.util.List;

/** What a single broker on one machine needs to be told. */
final class BrokerSettings {

    private BrokerSettings() {}

    /** The lines of its {@code server.properties}. */
    static List<String> lines(Path data, int port, int controllerPort) {
        return List.of(
                "process.roles=broker,controller",
                "node.id=1",
                "controller.quorum.bootstrap.servers=127.0.0.1:" + controllerPort,
                "listeners=PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
                "advertised.listeners=PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
                "controller.listener.names=CONTROLLER",
                "inter.broker.listener.name=PLAINTEXT",
                "log.dirs=" + data,
                "auto.create.topics.enable=false",
                "default.replication.factor=1",
                "min.insync.replicas=1",
                "offsets.topic.replication.factor=1",
                "offsets.topic.num.partitions=3",
                "transaction.state.log.replication.factor=1",
                "transaction.state.log.min.isr=1",
                "transaction.state.log.num.partitions=1",
                "share.coordinator.state.topic.replication.factor=1",
                "share.coordinator.state.topic.min.isr=1",
                "share.coordinator.state.topic.num.partitions=1",
                "group.initial.rebalance.delay.ms=0",
                // A broker that was killed is let in again only when its last session is over (default 9 s).
                "broker.session.timeout.ms=4000",
                "broker.heartbeat.interval.ms=1000",
                "log.cleaner.dedupe.buffer.size=8388608",
                "num.io.threads=4",
                "num.network.threads=2");
    }
}
