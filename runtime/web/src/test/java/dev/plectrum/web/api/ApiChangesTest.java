package dev.plectrum.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ApiChangesTest {
    private static final String API = """
            {
              "openapi": "3.1.0",
              "paths": {
                "/products/": {
                  "get": {
                    "parameters": [
                      {"name": "q", "in": "query", "schema": {"type": "string", "maxLength": 20}},
                      {"name": "sort", "in": "query", "schema": {"type": "string", "enum": ["NAME", "PRICE"]}}
                    ],
                    "responses": {"200": {"content": {"application/json": {
                      "schema": {"type": "array", "items": {"$ref": "#/components/schemas/Product"}}}}}},
                    "security": []
                  },
                  "post": {
                    "requestBody": {"required": true, "content": {"application/json": {
                      "schema": {"$ref": "#/components/schemas/NewProduct"}}}},
                    "responses": {"201": {"content": {"application/json": {
                      "schema": {"$ref": "#/components/schemas/Product"}}}}},
                    "security": [{"bearer": []}]
                  }
                }
              },
              "components": {"schemas": {
                "Product": {"type": "object", "required": ["id"], "properties": {
                  "id": {"type": "integer"},
                  "name": {"type": "string"},
                  "parent": {"$ref": "#/components/schemas/Product"}}},
                "NewProduct": {"type": "object", "required": ["name"], "additionalProperties": false, "properties": {
                  "name": {"type": "string"},
                  "note": {"type": ["string", "null"]}}}
              }}
            }""";

    private static List<String> breaking(String from, String to) {
        assertThat(API).contains(from);
        return ApiChanges.breaking(new ApiDocument(API), new ApiDocument(API.replace(from, to)));
    }

    @Test
    void whatStaysBreaksNobody() {
        assertThat(breaking("3.1.0", "3.1.1")).isEmpty();
    }

    @Test
    void whatIsOnlySaidBreaksNobody() {
        String name = "\"name\": {\"type\": \"string\"";
        assertThat(breaking(name, name + ", \"description\": \"What it is called\", \"examples\": [\"Desk\"]"))
                .isEmpty();
    }

    @Test
    void whatIsOnlyAddedBreaksNobody() {
        assertThat(breaking("\"parent\"", "\"color\": {\"type\": \"string\"}, \"parent\""))
                .isEmpty();
        assertThat(breaking("\"note\": {\"type\"", "\"more\": {\"type\": \"string\"}, \"note\": {\"type\""))
                .isEmpty();
        assertThat(breaking("\"enum\": [\"NAME\", \"PRICE\"]", "\"enum\": [\"NAME\", \"PRICE\", \"NEWEST\"]"))
                .isEmpty();
    }

    @Test
    void operationsMayNotGoNorAskForALogin() {
        assertThat(breaking("\"post\"", "\"put\"")).containsExactly("POST /products/ is gone");
        assertThat(breaking("\"security\": []", "\"security\": [{\"bearer\": []}]"))
                .containsExactly("GET /products/ needs a login");
    }

    @Test
    void parametersMayNotBecomeNarrower() {
        assertThat(breaking("\"maxLength\": 20", "\"maxLength\": 10"))
                .containsExactly("GET /products/ parameter query q has the maxLength 10");
        assertThat(breaking("\"enum\": [\"NAME\", \"PRICE\"]", "\"enum\": [\"NAME\"]"))
                .containsExactly("GET /products/ parameter query sort may no longer be PRICE");
        assertThat(breaking("\"in\": \"query\", \"schema\": {\"type\": \"string\", \"maxLength\"", """
                        "in": "query", "required": true, "schema": {"type": "string", "maxLength\""""))
                .containsExactly("GET /products/ requires the parameter query q");
    }

    @Test
    void bodiesMayNotBecomeNarrower() {
        assertThat(breaking("\"required\": [\"name\"]", "\"required\": [\"name\", \"note\"]"))
                .containsExactly("POST /products/ body must have note");
        assertThat(breaking("\"note\": {\"type\": [\"string\", \"null\"]}", "\"note\": {\"type\": \"string\"}"))
                .containsExactly("POST /products/ body.note was [null, string] and is [string]");
        assertThat(breaking("\"note\": {", "\"remark\": {"))
                .containsExactly("POST /products/ body may no longer have note");
    }

    @Test
    void answersMayNotLoseNorChangeWhatWasInThem() {
        assertThat(breaking("\"id\": {\"type\": \"integer\"}", "\"id\": {\"type\": \"string\"}"))
                .containsExactly("GET /products/ answer[].id was [integer] and is [string]");
        assertThat(breaking("\"id\": {\"type\": \"integer\"},", ""))
                .containsExactly("GET /products/ answer[] has no id any more");
        assertThat(breaking("\"201\"", "\"200\"")).containsExactly("POST /products/ no longer answers 201");
    }
}
