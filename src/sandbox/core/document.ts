import { respondJson, type SandboxResponse } from './response.js';

const headers = { 'access-control-allow-origin': '*', 'cache-control': 'no-store' } as const;

/** An API's document with the sandbox as its server, so that a tool pointed at it talks to the sandbox. */
export function respondDocument(original: object, address: string, format: string): SandboxResponse {
  const document = { ...original, servers: [{ url: address, description: 'This sandbox.' }] };
  if (format === 'json') return respondJson(200, `${JSON.stringify(document, null, 2)}\n`, headers);
  return { status: 200, headers: { ...headers, 'content-type': 'application/yaml; charset=utf-8' }, body: writeYaml(document) };
}

/** JSON data as block YAML; strings that YAML could read as anything else are quoted. */
function writeYaml(value: unknown): string {
  return `${writeNode(value, '').trimStart()}\n`;
}
function writeNode(value: unknown, indent: string): string {
  if (Array.isArray(value))
    return value.length === 0 ? ' []' : value.map((item) => `\n${indent}- ${writeNode(item, `${indent}  `).trimStart()}`).join('');
  if (typeof value !== 'object' || value === null) return ` ${writeScalar(value)}`;
  const entries = Object.entries(value);
  if (entries.length === 0) return ' {}';
  return entries.map(([key, item]) => `\n${indent}${writeScalar(key)}:${writeNode(item, nest(item, indent))}`).join('');
}

// Items of a list may stand as deep as their key; members of a map must stand deeper.
function nest(item: unknown, indent: string): string {
  return Array.isArray(item) ? indent : `${indent}  `;
}

function writeScalar(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  const isPlain = /^[A-Za-z_/$][\w /.$()-]*$/.test(value) && !/^(true|false|null|yes|no|on|off|y|n)$|\s$/i.test(value);
  // YAML reads JSON strings as they are.
  return isPlain ? value : JSON.stringify(value);
}
