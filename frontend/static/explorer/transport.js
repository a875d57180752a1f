// One query or mutation over HTTP, as any client app would send it.

// Returns { status, body, text, ms, bytes }; `body` is null when the answer is no JSON.
export async function request(url, operation, { token, headers, signal }) {
  const began = performance.now();
  const response = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      // This media type answers 200 to what GraphQL refuses; the other one makes browsers log an error.
      accept: "application/json",
      ...headers,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    credentials: token ? "omit" : "same-origin",
    body: JSON.stringify(operation),
    signal,
  });
  const text = await response.text();
  const ms = performance.now() - began;
  return { status: response.status, body: parsed(text), text, ms, bytes: new TextEncoder().encode(text).length };
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
