package org.tongban.catalog.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongban.platform.code.Sha256;
import org.tongban.platform.json.CanonicalJson;
import org.tongban.platform.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class SignatureTest {
    private static final Wish WISH = Wishes.restaurant("agent", "no", "vending", "no", "mode", "normal");

    @Test
    void jsonDigestAndSignatureSayTheSame(@TempDir Path folder) throws Exception {
        ListKeys keys = SampleKeys.in(folder, "2026-a");

        IssuedList issued = SampleLists.issued(WISH, keys);
        JWSObject jws = JWSObject.parse(issued.jws());
        RSAKey shown = (RSAKey) JWKSet.parse(keys.published()).getKeyByKeyId("2026-a");

        assertThat(jws.verify(new RSASSAVerifier(shown))).isTrue();
        assertThat(jws.getHeader().getKeyID()).isEqualTo("2026-a");
        assertThat(jws.getPayload().toString()).isEqualTo(issued.body());
        assertThat(issued.digest())
                .isEqualTo("sha-256:" + Sha256.hex(jws.getPayload().toBytes()));
        ObjectNode json = (ObjectNode) Json.mapper().readTree(issued.shown(SampleLists.ISSUED_AT));
        json.remove("digest");
        json.remove("kid");
        assertThat(CanonicalJson.text(json)).isEqualTo(issued.body());
    }

    @Test
    void theShownListHasTheFieldsOfTheContract(@TempDir Path folder) {
        IssuedList issued = SampleLists.issued(WISH, SampleKeys.in(folder, "k"));

        JsonNode json = Json.mapper().readTree(issued.shown(SampleLists.ISSUED_AT));

        assertThat(json.propertyNames())
                .contains(
                        "listNo",
                        "issuedAt",
                        "validUntil",
                        "division",
                        "applicant",
                        "answers",
                        "items",
                        "lines",
                        "fees",
                        "toBring",
                        "visits",
                        "digest",
                        "kid");
        assertThat(json.at("/issuedAt").stringValue()).isEqualTo("2026-11-22T02:11:09.000Z");
        assertThat(json.at("/validUntil").stringValue()).isEqualTo("2027-02-20");
        assertThat(json.at("/items/1/limits/statutory/n").intValue()).isEqualTo(10);
        assertThat(json.at("/items/1/limits/statutory/basis").isNull()).isTrue();
        assertThat(json.at("/items/0/limits/statutory/otherwise/n").intValue()).isEqualTo(3);
        assertThat(json.at("/items/1/fee/charged").booleanValue()).isFalse();
        assertThat(json.at("/lines/4/for/0/item").stringValue()).isEqualTo("mr-food-operation-new");
        assertThat(json.at("/visits").isNull()).isTrue();
        assertThat(json.at("/toBring").intValue()).isEqualTo(9);
    }

    @Test
    void aFolderWithoutAUsableKeyIsSaidAtOnce(@TempDir Path folder) throws Exception {
        assertThatThrownBy(() -> ListKeys.in(folder.resolve("none"))).hasMessageContaining("does not exist");
        assertThatThrownBy(() -> ListKeys.in(folder)).hasMessageContaining("no list key");

        Files.writeString(
                folder.resolve("broken.pem"), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        assertThatThrownBy(() -> ListKeys.in(folder)).hasMessageContaining("broken.pem");

        Files.delete(folder.resolve("broken.pem"));
        SampleKeys.write(folder, "k");
        Files.writeString(folder.resolve("k.json"), "{\"until\": \"tomorrow\"}");
        assertThatThrownBy(() -> ListKeys.in(folder)).hasMessageContaining("k.json");
    }
}
