package io.assay.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.cli.client.Call;
import io.assay.cli.client.Projects;
import io.assay.cli.client.Reply;
import io.assay.cli.client.Session;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Nonsense of every tool, as it comes in through the front door: each gets a clear error. */
@ExtendWith(Platform.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(3)
class BadAnswersIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(120);

    private Session requester;

    @BeforeAll
    void comeIn(Platform platform) {
        requester = platform.staff().requester();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'tool':'keypoints','classes':[{'id':'a','name':'A'}]}",
                "{'tool':'keypoints','classes':[{'id':'a','name':'A','skeleton':"
                        + "{'points':['x'],'bones':[{'from':0,'to':1}]}}]}",
                "{'tool':'verification','classes':[{'id':'a','name':'A'}]}",
                "{'tool':'polygon','rotation':true,'classes':[{'id':'a','name':'A'}]}",
                "{'tool':'tags','classes':[{'id':'a','name':'A','attributes':"
                        + "[{'id':'f','name':'F','type':'flag'}]}]}",
                "{'tool':'box','classes':[{'id':'a','name':'A','attributes':"
                        + "[{'id':'f','name':'F','type':'number','min':2,'max':1}]}]}"
            })
    void anOntologyThatCannotBeIsRefused(String ontology) {
        Reply reply = requester.exchange(project(ontology));

        assertThat(reply.status()).as(reply.text()).isEqualTo(422);
        assertThat(reply.text()).contains("/ontology");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "polygon | {'tool':'polygon','polygons':[{'classId':'a','points':"
                        + "[[0,0],[40,40],[40,0],[0,40]]}]} | cross",
                "polygon | {'tool':'polygon','polygons':[{'classId':'a','points':"
                        + "[[0,0],[400,0],[0,40]]}]} | within 100",
                "polyline | {'tool':'polyline','polylines':[{'classId':'b','points':"
                        + "[[0,0],[40,40]]}]} | one of the project",
                "mask | {'tool':'mask','masks':[{'classId':'a','width':100,'height':100,"
                        + "'counts':[1,2,3]}]} | 10000",
                "mask | {'tool':'mask','masks':[{'classId':'a','width':100,'height':100,"
                        + "'counts':[10000]}]} | a pixel inside",
                "transcript | {'tool':'transcript','transcripts':[{'classId':'a','text':' '}]}"
                        + " | not only blanks",
                "box | {'tool':'box','boxes':[{'classId':'a','x':1,'y':1,'width':9,'height':9,"
                        + "'rotation':30}]} | none in this project"
            })
    void aGoldAnswerThatIsNonsenseIsNamed(String tool, String answer, String told)
            throws Exception {
        String ontology = "{'tool':'%s','classes':[{'id':'a','name':'A'}]}".formatted(tool);
        String id = requester.send(project(ontology)).as(JsonNode.class).path("id").asString();
        new Projects(requester).publish(id);
        String row =
                ("{'externalId':'x','url':'https://pictures.example.org/x','width':100,"
                                + "'height':100,'gold':%s}")
                        .formatted(answer);

        assertThat(errors(id, row))
                .singleElement()
                .satisfies(
                        error -> {
                            assertThat(error.path("field").asString("")).isEqualTo("gold");
                            assertThat(error.path("reason").asString("")).contains(told);
                        });
    }

    private List<JsonNode> errors(String projectId, String row) {
        String imports = "/v1/projects/" + projectId + "/imports";
        Call call = Call.post(imports).body("application/x-ndjson", bytes(row));
        String job = imports + "/" + requester.send(call).as(JsonNode.class).path("id").asString();
        Awaitility.await()
                .atMost(TIMEOUT)
                .until(() -> requester.get(job, JsonNode.class).path("rejected").asInt() > 0);
        return requester.all(job + "/errors", JsonNode.class);
    }

    private static Call project(String ontology) {
        return Call.post("/v1/projects")
                .body(
                        "application/json",
                        bytes(
                                ("{'name':'n','guideline':'g','ontology':%s,'rateCard':{'base':"
                                                + "{'minor':1,'currency':'INR'}},'budget':"
                                                + "{'minor':1000,'currency':'INR'},"
                                                + "'allowedHosts':['pictures.example.org']}")
                                        .formatted(ontology)));
    }

    private static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
