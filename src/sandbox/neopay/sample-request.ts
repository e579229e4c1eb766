/** A request to paste into a shell. */
export function sampleRequest(origin: string, appKey: string, token: string): string {
  const lines = [
    `curl ${origin}/api/links`,
    `-H ${quote(`x-app-key: ${appKey}`)}`,
    `-H ${quote(`Authorization: ${token}`)}`,
    "-H 'Content-Type: application/json'",
    `-d '{"product":"iPhone 14 Pro","amount":350.41}'`,
  ];
  return lines.join(' \\\n  ');
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
