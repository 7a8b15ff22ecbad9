package io.assay.gateway.apidocs;

import io.assay.gateway.GatewayProperties;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the merged document says beside the paths: title, address, how to get a token. */
final class OpenApiFrame {

    private static final String FRAME =
            """
            {
              "openapi": "3.1.0",
              "info": {
                "title": "Assay",
                "version": "1",
                "description": "Crowdsourced image labelling: every label assayed, every accepted \
            label paid exactly once. Errors are problems of RFC 9457, money is in minor units, \
            lists are paged by cursor."
              },
              "security": [{"oauth2": []}, {"bearer": []}],
              "paths": {},
              "components": {
                "securitySchemes": {
                  "bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}
                }
              }
            }
            """;

    private OpenApiFrame() {}

    static ObjectNode of(JsonMapper json, GatewayProperties properties) {
        ObjectNode frame = (ObjectNode) json.readTree(FRAME);
        frame.withArrayProperty("servers").addObject().put("url", properties.publicUrl());
        ObjectNode schemes =
                frame.withObjectProperty("components").withObjectProperty("securitySchemes");
        if (properties.embeddedIssuer()) {
            schemes.set("oauth2", oauth2(json, properties.publicUrl()));
        } else {
            ObjectNode scheme = schemes.putObject("oauth2");
            scheme.put("type", "openIdConnect");
            scheme.put(
                    "openIdConnectUrl",
                    properties.trustedIssuer() + "/.well-known/openid-configuration");
        }
        return frame;
    }

    private static ObjectNode oauth2(JsonMapper json, String issuer) {
        ObjectNode scheme = json.createObjectNode().put("type", "oauth2");
        ObjectNode flows = scheme.putObject("flows");
        ObjectNode code = flows.putObject("authorizationCode");
        code.put("authorizationUrl", issuer + "/oauth2/authorize");
        code.put("tokenUrl", issuer + "/oauth2/token");
        code.putObject("scopes").put("openid", "who you are");
        ObjectNode machine = flows.putObject("clientCredentials");
        machine.put("tokenUrl", issuer + "/oauth2/token");
        machine.putObject("scopes");
        return scheme;
    }
}
