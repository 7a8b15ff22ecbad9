"use strict";

const ui = SwaggerUIBundle({
  url: "/v1/openapi",
  dom_id: "#api",
  deepLinking: true,
  docExpansion: "none",
  operationsSorter: "alpha",
  tagsSorter: "alpha",
  validatorUrl: null,
  oauth2RedirectUrl: window.location.origin + "/docs/oauth2-redirect.html",
});
ui.initOAuth({
  clientId: "assay-web",
  scopes: "openid",
  usePkceWithAuthorizationCodeGrant: true,
});
