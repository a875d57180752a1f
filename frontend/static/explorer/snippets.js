// The open operation as code of a client app.

export const SNIPPETS = [
  { id: "curl", label: "curl", write: curl },
  { id: "python", label: "Python (httpx)", write: python },
  { id: "fetch", label: "JavaScript (fetch)", write: javascript },
  { id: "graphql-ws", label: "JavaScript (graphql-ws)", write: graphqlWs },
];

// `call`: { url, query, operationName, variables, isStream }.
function curl(call) {
  const accept = call.isStream ? `  -H 'Accept: text/event-stream' --no-buffer \\\n` : "";
  return `curl ${call.url} \\
  -H "Authorization: Bearer $CARNET_TOKEN" \\
  -H 'Content-Type: application/json' \\
${accept}  --data-binary @- <<'JSON'
${JSON.stringify(body(call), null, 2)}
JSON
`;
}

function python(call) {
  const head = `import json
import os

import httpx

QUERY = """
${call.query.trim().replaceAll("\\", "\\\\").replaceAll('"""', '\\"\\"\\"')}
"""
VARIABLES = json.loads(r"""
${JSON.stringify(call.variables, null, 2)}
""")
HEADERS = {"Authorization": f"Bearer {os.environ['CARNET_TOKEN']}"}
BODY = {"query": QUERY, "variables": VARIABLES${call.operationName ? `, "operationName": "${call.operationName}"` : ""}}
`;
  if (!call.isStream) {
    return `${head}
response = httpx.post("${call.url}", json=BODY, headers=HEADERS, timeout=30)
answer = response.json()
if answer.get("errors"):
    raise RuntimeError(answer["errors"])
print(answer["data"])
`;
  }
  return `${head}
HEADERS["Accept"] = "text/event-stream"
with httpx.stream("POST", "${call.url}", json=BODY, headers=HEADERS, timeout=None) as response:
    response.raise_for_status()
    for line in response.iter_lines():
        if line.startswith("data:") and len(line) > len("data:") + 1:
            print(json.loads(line.removeprefix("data:")))
`;
}

function javascript(call) {
  if (call.isStream) return graphqlWs(call);
  return `const response = await fetch(${JSON.stringify(call.url)}, {
  method: "POST",
  headers: {
    "Content-Type": "application/json",
    Authorization: \`Bearer \${process.env.CARNET_TOKEN}\`,
  },
  body: JSON.stringify({
    query: ${template(call.query)},
    variables: ${shifted(JSON.stringify(call.variables, null, 2), 4)},${named(call, 4)}
  }),
});
const { data, errors } = await response.json();
if (errors) throw new Error(JSON.stringify(errors));
console.log(data);
`;
}

function graphqlWs(call) {
  const socket = call.url.replace(/^http/, "ws");
  return `// Node 22 or later, or a browser.
import { createClient } from "graphql-ws";

const client = createClient({
  url: ${JSON.stringify(socket)},
  connectionParams: { authorization: \`Bearer \${process.env.CARNET_TOKEN}\` },
});

for await (const { data, errors } of client.iterate({
  query: ${template(call.query)},
  variables: ${shifted(JSON.stringify(call.variables, null, 2), 2)},${named(call, 2)}
})) {
  console.log(data, errors);
}
`;
}

const body = (call) => ({ query: call.query, ...(call.operationName ? { operationName: call.operationName } : {}), variables: call.variables });

const named = (call, spaces) => (call.operationName ? `\n${" ".repeat(spaces)}operationName: ${JSON.stringify(call.operationName)},` : "");

const shifted = (text, spaces) => text.replaceAll("\n", `\n${" ".repeat(spaces)}`);

const template = (text) => `\`\n${text.trim().replaceAll("\\", "\\\\").replaceAll("`", "\\`").replaceAll("${", "\\${")}\n\``;
